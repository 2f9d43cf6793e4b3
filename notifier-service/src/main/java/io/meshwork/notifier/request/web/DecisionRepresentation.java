package io.meshwork.notifier.request.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "RequestDecision", description = "What became of a request")
public record DecisionRepresentation(
        UUID requestId,

        @Schema(
                description =
                        "Of the incident or silence that it was about; null when it is asked for and still pending")
        @Nullable
        String id,

        @Schema(description = "changed, unchanged or pending")
        String state,

        @Nullable Long revision) {}
