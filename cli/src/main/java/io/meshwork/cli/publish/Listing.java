package io.meshwork.cli.publish;

import io.meshwork.cli.Percent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where a product stands once policies and quality have spoken.
 *
 * @param state listed, listed_with_warnings or blocked
 * @param score 0..1, null when its data was not scored
 */
record Listing(
        String state,
        String compliance,
        String quality,
        @Nullable Double score,
        List<Reason> reasons) {

    /** @param remediation empty when there is nothing to add */
    record Reason(String code, String message, String remediation) {}

    /** Null while policies or quality have not spoken. */
    static @Nullable Listing from(JsonNode product) {
        String state = product.path("state").asString("pending");
        if (state.equals("pending")) {
            return null;
        }
        return new Listing(
                state,
                product.path("compliance").asString(""),
                product.path("quality").asString(""),
                product.path("qualityScore").isNumber()
                        ? product.path("qualityScore").asDouble()
                        : null,
                product.path("reasons").valueStream().map(Listing::reason).toList());
    }

    private static Reason reason(JsonNode reason) {
        return new Reason(
                reason.path("code").asString(""),
                reason.path("message").asString(""),
                reason.path("remediation").asString(""));
    }

    boolean isBlocked() {
        return state.equals("blocked");
    }

    String headline() {
        String scored = score == null ? "" : " (" + Percent.of(score) + ")";
        return state.replace('_', ' ') + "; policies: " + compliance + "; quality: " + quality.replace('_', ' ')
                + scored;
    }
}
