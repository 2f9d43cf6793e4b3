package io.meshwork.notifier.channel.webhook;

import io.meshwork.notifier.notification.Notification;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the notifications that one run took up, in their order. */
final class WebhookRun {

    /** The notification that the endpoint did not take; those after it wait. */
    record Stop(Notification at, Answer answer) {}

    private final List<Notification> sent = new ArrayList<>();
    private final List<Notification> refused = new ArrayList<>();
    private @Nullable Stop stop;

    void sent(Notification notification) {
        sent.add(notification);
    }

    /** Its subscriber does not own the endpoint. */
    void refused(Notification notification) {
        refused.add(notification);
    }

    void stopped(Notification at, Answer answer) {
        stop = new Stop(at, answer);
    }

    List<Notification> sent() {
        return sent;
    }

    List<Notification> refused() {
        return refused;
    }

    @Nullable
    Stop stop() {
        return stop;
    }
}
