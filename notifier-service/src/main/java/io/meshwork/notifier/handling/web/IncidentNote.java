package io.meshwork.notifier.handling.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

record IncidentNote(
        @Schema(description = "For the others who look after it, at most 500 characters") @Nullable
        String note) {}
