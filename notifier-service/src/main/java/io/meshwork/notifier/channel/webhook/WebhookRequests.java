package io.meshwork.notifier.channel.webhook;

import io.meshwork.notifier.channel.webhook.endpoint.Endpoint;
import io.meshwork.notifier.channel.webhook.endpoint.Vault;
import io.meshwork.notifier.channel.webhook.guard.Destinations;
import io.meshwork.notifier.channel.webhook.guard.EndpointUrl;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.notification.Notification;
import java.time.Clock;
import tools.jackson.databind.json.JsonMapper;

/** Makes the request for a notification, and sends it when it may go where it shall. */
final class WebhookRequests {

    private final Vault vault;
    private final Destinations destinations;
    private final WebhookSender sender;
    private final JsonMapper json;
    private final String mesh;
    private final Links links;
    private final Clock clock;

    WebhookRequests(
            Vault vault,
            Destinations destinations,
            WebhookSender sender,
            JsonMapper json,
            String mesh,
            Links links,
            Clock clock) {
        this.vault = vault;
        this.destinations = destinations;
        this.sender = sender;
        this.json = json;
        this.mesh = mesh;
        this.links = links;
        this.clock = clock;
    }

    /** @throws IllegalStateException when the endpoint's secret cannot be read */
    Answer send(Endpoint endpoint, Notification notification) {
        var message = signed(endpoint, notification);
        return switch (EndpointUrl.read(endpoint.url())) {
            case EndpointUrl.Reading.Unreadable(var reason) -> Answer.Failed.because(reason);
            case EndpointUrl.Reading.Readable(var url) ->
                switch (destinations.decide(url)) {
                    case Destinations.Decision.Closed(var reason) -> Answer.Failed.because(reason);
                    case Destinations.Decision.Open(var addresses) ->
                        sender.post(url, addresses.get(notification.attempts() % addresses.size()), message);
                };
        };
    }

    private SignedMessage signed(Endpoint endpoint, Notification notification) {
        var now = clock.instant();
        var body = json.writeValueAsBytes(WebhookEvent.of(notification, mesh, links));
        var secrets = endpoint.secrets().signing(now).stream()
                .map(kept -> vault.open(endpoint.id(), kept))
                .toList();
        return SignedMessage.of(notification.id().toString(), now, body, secrets);
    }
}
