package io.meshwork.notifier.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A waiver is about to end.
 *
 * @param rule of the policy, null for all
 * @param subject a product, {@code domain.name}, or a domain
 * @param owner who answers for the waiver
 */
public record WaiverEnding(
        String waiverId,
        String policyId,
        @Nullable String rule,
        String subject,
        String reason,
        String owner,
        Instant endsAt,
        Instant decidedAt) {

    public boolean isOfProduct() {
        return subject.indexOf('.') >= 0;
    }
}
