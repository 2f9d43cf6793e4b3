package io.meshwork.quality.check;

import io.meshwork.contract.model.DataProduct;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whose data a check may be compared with. Whoever compares learns facts about it: which values there are, and what belongs to
 * them. So the other product must say yes, or be of the same domain, or open to everybody. What the comparing contract says of
 * itself counts for nothing, but for its domain and name, which nobody can write who may not publish there.
 */
final class Consent {

    private static final Set<String> OPEN = Set.of("public", "open", "unrestricted");

    private Consent() {}

    /**
     * Why the data may not be compared with; empty when it may.
     *
     * @param other the latest version, whichever is compared with
     */
    static Optional<String> refusal(DataProduct asking, DataProduct other) {
        boolean open = other.classification() != null
                && OPEN.contains(other.classification().strip().toLowerCase(Locale.ROOT));
        boolean named = other.consumers().stream()
                .anyMatch(consumer ->
                        asking.domain().equals(consumer.team()) || asking.id().equals(consumer.team()));
        return asking.domain().equals(other.domain()) || open || named
                ? Optional.empty()
                : Optional.of("the product `" + other.id() + "` does not let `" + asking.id()
                        + "` compare with its data; its owner adds `" + asking.domain() + "` or `" + asking.id()
                        + "` as the team of a consumer to its contract");
    }
}
