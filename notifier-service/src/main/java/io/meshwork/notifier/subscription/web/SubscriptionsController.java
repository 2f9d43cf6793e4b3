package io.meshwork.notifier.subscription.web;

import io.meshwork.notifier.subscription.Subscriptions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Subscriptions")
class SubscriptionsController {

    private final Subscriptions subscriptions;

    SubscriptionsController(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @GetMapping("/api/v1/subscriptions")
    @Operation(summary = "Subscriptions as they stand, also those that ended, by id")
    SubscriptionPage list(
            @Parameter(description = "nextCursor of the page before") @RequestParam(required = false) @Nullable
                    String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        return SubscriptionPage.of(subscriptions.page(cursor, limit + 1), limit);
    }
}
