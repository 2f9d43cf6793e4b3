package io.meshwork.policy.define.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next path of the next page, null on the last one */
record Page<T>(
        List<T> items,

        @Schema(description = "Path of the next page; absent on the last one") @Nullable
        String next) {}
