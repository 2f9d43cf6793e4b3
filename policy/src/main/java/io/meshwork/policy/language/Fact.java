package io.meshwork.policy.language;

import java.util.Locale;

/** What an expression may look at. */
public enum Fact {
    /** The contract. */
    PRODUCT,
    /** The newest score of the version; without {@code score} when nothing was checked, or not yet. */
    QUALITY,
    /** The contract of the version before; an empty one for a first version. */
    PREVIOUS,
    /** What changed since the version before, classified. */
    CHANGES,
    /** The contracts of the products that the input ports name, as far as the mesh has them. */
    UPSTREAMS,
    /** The moment of judgement. */
    NOW;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** As in expressions. */
    public String text() {
        return text;
    }
}
