package io.meshwork.policy.define.web;

import io.meshwork.policy.define.PolicyVersion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

@Schema(name = "Policy", description = "The newest revision of a policy")
record PolicyRepresentation(
        String id,
        long revision,

        @Schema(description = "Revision of the whole set from which it is in force")
        long policySetRevision,

        String title,
        @Schema(description = "global, or domain:<id>") String scope,
        String category,

        @Schema(description = "mandatory, advisory or disabled, now")
        String enforcement,

        @Schema(description = "What it becomes, and when") List<StageRepresentation> schedule,

        @Schema(description = "file or request") String origin,
        String source,
        boolean withdrawn,
        String principal,
        Instant changedAt,

        @Schema(description = "The policy as YAML; not in lists") @Nullable
        String document) {

    @Schema(name = "Stage", description = "A stage of a policy's roll-out")
    record StageRepresentation(Instant from, String enforcement) {}

    static PolicyRepresentation withDocument(PolicyVersion v, Instant now) {
        return of(v, v.document(), now);
    }

    static PolicyRepresentation withoutDocument(PolicyVersion v, Instant now) {
        return of(v, null, now);
    }

    private static PolicyRepresentation of(PolicyVersion v, @Nullable String document, Instant now) {
        return new PolicyRepresentation(
                v.id(),
                v.revision(),
                v.setRevision(),
                v.title(),
                v.scope().text(),
                v.category().text(),
                v.rollout().at(now).text(),
                v.rollout().stages().stream()
                        .filter(stage -> stage.from().isAfter(now))
                        .map(stage -> new StageRepresentation(
                                stage.from(), stage.enforcement().text()))
                        .toList(),
                v.origin().name().toLowerCase(Locale.ROOT),
                v.source(),
                v.withdrawn(),
                v.principal(),
                v.changedAt(),
                document);
    }
}
