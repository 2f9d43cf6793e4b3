package io.meshwork.notifier.subscription.web;

import io.meshwork.messaging.security.Action;
import io.meshwork.messaging.security.Authorizer;
import io.meshwork.messaging.security.Authorizer.Decision.Allowed;
import io.meshwork.messaging.security.Authorizer.Decision.Denied;
import io.meshwork.messaging.security.Caller;
import io.meshwork.notifier.subscription.Followers;
import io.meshwork.notifier.subscription.Stored;
import io.meshwork.notifier.subscription.Subscriptions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** A team sees its own subscriptions, the owner of a product those to it, and ops all of them. */
@RestController
@RequestMapping(SubscriptionsController.PATH)
@Tag(name = "Subscriptions")
class SubscriptionsController {

    static final String PATH = "/api/v1/subscriptions";

    private final Subscriptions subscriptions;
    private final Followers followers;
    private final Authorizer authorizer;

    SubscriptionsController(Subscriptions subscriptions, Followers followers, Authorizer authorizer) {
        this.subscriptions = subscriptions;
        this.followers = followers;
        this.authorizer = authorizer;
    }

    @GetMapping
    @Operation(
            summary = "Subscriptions as they stand, by id; those that ended, too, unless a product is named",
            description = "Of the followers of a product its owner is not told filter and target of other teams.")
    @ApiResponse(responseCode = "403", description = "Not the caller's own, nor of the caller's product")
    SubscriptionPage list(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "Only those that follow this product, by name or by pattern, domain or tag")
                    @RequestParam(required = false)
                    @Nullable
                    String product,
            @Parameter(description = "Only of this team") @RequestParam(required = false) @Nullable String subscriber,
            @Parameter(description = "Only subscriptions after this id") @RequestParam(required = false) @Nullable
                    String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        authorize(caller, product, subscriber);
        var found = product == null
                ? subscriptions.page(subscriber, after, limit + 1)
                : following(product, subscriber, after, limit + 1);
        return SubscriptionPage.of(
                found,
                limit,
                team -> isOwn(caller, team),
                last -> UriComponentsBuilder.fromPath(PATH)
                        .queryParamIfPresent("product", Optional.ofNullable(product))
                        .queryParamIfPresent("subscriber", Optional.ofNullable(subscriber))
                        .queryParam("after", last)
                        .queryParam("limit", limit)
                        .encode()
                        .toUriString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A subscription as it stands")
    @ApiResponse(responseCode = "404", description = "There is no such subscription")
    SubscriptionPage.Item subscription(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        var stored = subscriptions.find(id).orElseThrow(() -> SubscriptionProblems.unknown(id));
        authorize(caller, null, stored.subscription().subscriber());
        return SubscriptionPage.item(stored);
    }

    private List<Stored> following(String product, @Nullable String subscriber, @Nullable String after, int limit) {
        var ids = followers.of(product).stream()
                .filter(id -> after == null || id.compareTo(after) > 0)
                .limit(subscriber == null ? limit : Long.MAX_VALUE)
                .toList();
        return subscriptions.all(ids).stream()
                .filter(stored -> stored.subscription().active())
                .filter(stored ->
                        subscriber == null || stored.subscription().subscriber().equals(subscriber))
                .limit(limit)
                .toList();
    }

    private boolean isOwn(Caller caller, String team) {
        return authorizer.decide(caller, Action.SUBSCRIBE, team) instanceof Allowed
                || authorizer.decide(caller, Action.OPERATE, "*") instanceof Allowed;
    }

    private void authorize(Caller caller, @Nullable String product, @Nullable String subscriber) {
        if (!(authorizer.decide(caller, Action.OPERATE, "*") instanceof Denied(var notOps))) {
            return;
        }
        var own = subscriber == null ? null : authorizer.decide(caller, Action.SUBSCRIBE, subscriber);
        var owned = product == null ? null : authorizer.decide(caller, Action.PUBLISH_PRODUCT, domainOf(product));
        if (own instanceof Allowed || owned instanceof Allowed) {
            return;
        }
        if (owned instanceof Denied(var reason)) {
            throw SubscriptionProblems.denied("who follows a product is shown to whoever may publish it: " + reason);
        }
        throw SubscriptionProblems.denied(
                own instanceof Denied(var reason)
                        ? reason
                        : notOps + "; ?subscriber= shows those of your team, ?product= who follows your product");
    }

    private static String domainOf(String product) {
        int dot = product.indexOf('.');
        return dot < 0 ? product : product.substring(0, dot);
    }
}
