package io.meshwork.policy.define.web;

import io.meshwork.policy.define.PolicyVersion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
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

        @Schema(description = "mandatory, advisory or disabled")
        String enforcement,

        @Schema(description = "file or request") String origin,
        String source,
        boolean withdrawn,
        String principal,
        Instant changedAt,

        @Schema(description = "The policy as YAML; not in lists") @Nullable
        String document) {

    static PolicyRepresentation withDocument(PolicyVersion v) {
        return of(v, v.document());
    }

    static PolicyRepresentation withoutDocument(PolicyVersion v) {
        return of(v, null);
    }

    private static PolicyRepresentation of(PolicyVersion v, @Nullable String document) {
        return new PolicyRepresentation(
                v.id(),
                v.revision(),
                v.setRevision(),
                v.title(),
                v.scope().text(),
                v.category().text(),
                v.enforcement().text(),
                v.origin().name().toLowerCase(Locale.ROOT),
                v.source(),
                v.withdrawn(),
                v.principal(),
                v.changedAt(),
                document);
    }
}
