package io.meshwork.policy.waiver;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which waivers somebody asks for.
 *
 * @param subject a product or a domain, exactly; null for all
 * @param policyId null for all
 * @param notOverAt leaves out those that are over at this moment, and those withdrawn; null for all
 */
public record WaiverQuery(
        @Nullable String subject,
        @Nullable String policyId,
        @Nullable Instant notOverAt) {}
