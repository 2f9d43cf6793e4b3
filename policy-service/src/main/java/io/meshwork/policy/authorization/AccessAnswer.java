package io.meshwork.policy.authorization;

import io.meshwork.policy.judgement.AccessDecision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param version by which it was decided; null when the mesh has no such product, so that it is denied
 */
public record AccessAnswer(
        AccessQuestion question, @Nullable String version, AccessDecision decision, Instant decidedAt) {

    /** As in events and answers. */
    public String text() {
        return decision.permitted() ? "permitted" : "denied";
    }

    /** For people. */
    public String reason() {
        return version == null ? "the mesh has no product '" + question.productId() + "'" : decision.reason();
    }
}
