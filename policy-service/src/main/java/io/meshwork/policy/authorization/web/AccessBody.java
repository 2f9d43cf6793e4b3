package io.meshwork.policy.authorization.web;

import io.meshwork.policy.access.Principal;
import io.meshwork.policy.authorization.AccessForm.Asked;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Schema(name = "AccessQuestion", description = "May this principal use this product for this purpose?")
record AccessBody(
        @Schema(description = "domain.name", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String productId,

        @Schema(description = "Whom it is about; left out, whoever asks") @Nullable
        PrincipalBody principal,

        @Schema(description = "What the data is wanted for", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String purpose,

        @Schema(description = "What the principal wants to do; read when it is not said") @Nullable
        String action,

        @Schema(description = "Name of an output port") @Nullable
        String port) {

    @Schema(name = "AccessPrincipal")
    record PrincipalBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String id,

            @Nullable Set<@Nullable String> groups,

            @Schema(description = "Ids of the domains that it acts for") @Nullable
            Set<@Nullable String> domains,

            @Nullable Set<@Nullable String> roles) {

        Principal toPrincipal() {
            return new Principal(text(id), set(groups), set(domains), set(roles));
        }

        /** An empty place in the list is told like an empty text. */
        private static Set<String> set(@Nullable Set<@Nullable String> given) {
            return given == null
                    ? Set.of()
                    : given.stream().map(AccessBody::text).collect(Collectors.toSet());
        }
    }

    Asked toAsked() {
        return new Asked(
                text(productId), principal == null ? null : principal.toPrincipal(), text(purpose), action, port, null);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
