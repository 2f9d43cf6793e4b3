package io.meshwork.notifier.channel.topic.web;

import io.meshwork.messaging.security.Action;
import io.meshwork.messaging.security.Authorizer;
import io.meshwork.messaging.security.Authorizer.Decision.Denied;
import io.meshwork.messaging.security.Caller;
import io.meshwork.messaging.web.ProblemException;
import io.meshwork.notifier.channel.topic.OwnTopics;
import io.meshwork.notifier.channel.topic.TopicNames;
import io.meshwork.notifier.subscription.Stored;
import io.meshwork.notifier.subscription.Subscription;
import io.meshwork.notifier.subscription.Subscriptions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The topic of a subscription, for its team and ops. */
@RestController
@RequestMapping("/api/v1/subscriptions/{id}/topic")
@Tag(name = "Subscriptions")
class OwnTopicController {

    private final Subscriptions subscriptions;
    private final OwnTopics topics;
    private final TopicNames names;
    private final Authorizer authorizer;

    OwnTopicController(Subscriptions subscriptions, OwnTopics topics, TopicNames names, Authorizer authorizer) {
        this.subscriptions = subscriptions;
        this.topics = topics;
        this.names = names;
        this.authorizer = authorizer;
    }

    @GetMapping
    @Operation(
            summary =
                    "The topic of a subscription: its name, whether it is there, who may read it, until when it is kept")
    @ApiResponse(responseCode = "404", description = "There is no such subscription, or it has no topic of its own")
    OwnTopicView topic(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        var subscription = subscriptions
                .find(id)
                .map(Stored::subscription)
                .orElseThrow(
                        () -> problem(HttpStatus.NOT_FOUND, "subscription.unknown", "there is no such subscription"));
        authorize(caller, subscription);
        return OwnTopicView.of(subscription, topics.find(id).orElse(null), names)
                .orElseThrow(() -> problem(
                        HttpStatus.NOT_FOUND,
                        "subscription.no-topic",
                        "the subscription '" + id + "' has no topic of its own; ask for one with topic (--own-topic)"));
    }

    private void authorize(Caller caller, Subscription subscription) {
        if (authorizer.decide(caller, Action.OPERATE, "*") instanceof Denied
                && authorizer.decide(caller, Action.SUBSCRIBE, subscription.subscriber())
                        instanceof Denied(var reason)) {
            throw problem(HttpStatus.FORBIDDEN, "forbidden", reason);
        }
    }

    private static ProblemException problem(HttpStatus status, String code, String detail) {
        var title = status == HttpStatus.FORBIDDEN ? "Not allowed" : "Not found";
        return new ProblemException(status, code, title, detail, List.of());
    }
}
