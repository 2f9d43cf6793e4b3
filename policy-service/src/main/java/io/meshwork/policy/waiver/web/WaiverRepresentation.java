package io.meshwork.policy.waiver.web;

import io.meshwork.policy.waiver.WaiverVersion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Schema(name = "Waiver", description = "The newest revision of a waiver")
record WaiverRepresentation(
        String id,
        long revision,

        @Schema(description = "Revision of the set of policies and waivers from which it belongs to it")
        long policySetRevision,

        @Schema(description = "planned, in-force, ended or withdrawn, now")
        String state,

        String policyId,

        @Schema(description = "Rule of the policy; all when there is none") @Nullable
        String rule,

        @Schema(description = "A product, domain.name, or a domain with all its products")
        String subject,

        String reason,
        String owner,

        @Schema(description = "Who granted it, or withdrew it")
        String approver,

        Instant startsAt,
        @Schema(description = "Exclusive") Instant endsAt,
        String source,
        Instant changedAt) {

    static WaiverRepresentation of(WaiverVersion v, Instant now) {
        return new WaiverRepresentation(
                v.id(),
                v.revision(),
                v.setRevision(),
                v.stateAt(now).text(),
                v.exemption().policyId(),
                v.exemption().rule(),
                v.exemption().subject(),
                v.exemption().reason(),
                v.exemption().owner(),
                v.approver(),
                v.startsAt(),
                v.endsAt(),
                v.source(),
                v.changedAt());
    }
}
