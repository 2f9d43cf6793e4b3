package io.meshwork.contract.change;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two versions of a contract.
 *
 * @param pointer JSON pointer (RFC 6901) into the new version as {@code DataProductJson} writes it; into the old one when
 *     {@code after} is null
 * @param home JSON pointer into the new version to what it is in, or was taken from
 * @param path the same place for people, by names: {@code orders.address.city}
 * @param before the value or, for a whole part, what it amounts to: a field's type, a port's address; null when there was none
 * @param after as {@code before}; null when there is none any more
 * @param reason what it means for whom, one English sentence
 */
public record Change(
        Kind kind,
        Impact impact,
        String pointer,
        String home,
        String path,
        @Nullable Object before,
        @Nullable Object after,
        String reason) {

    /** What happened; comparing the other way round swaps added with removed and tightened with loosened. */
    public enum Kind {
        ADDED,
        REMOVED,
        RENAMED,
        CHANGED,
        /** A promise or constraint got stricter. */
        TIGHTENED,
        /** A promise or constraint got weaker. */
        LOOSENED,
        /** Words for people, or another way to write the same value. */
        REWORDED;

        /** {@code added}, {@code removed}, …: the word in events, reports and JSON. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isBreaking() {
        return impact == Impact.BREAKING;
    }

    /** The smallest step of the version number that announces this change. */
    public VersionStep step() {
        return switch (impact) {
            case BREAKING -> VersionStep.MAJOR;
            case RISKY -> VersionStep.MINOR;
            case SAFE -> kind == Kind.REWORDED ? VersionStep.PATCH : VersionStep.MINOR;
        };
    }
}
