package io.meshwork.contract.model;

import org.jspecify.annotations.Nullable;

/** A team that uses the product, whom to ask there, and what for. */
public record Consumer(
        @Nullable String team,
        @Nullable String contact,
        @Nullable String purpose) {}
