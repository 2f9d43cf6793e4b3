package io.meshwork.notifier.telling;

import io.meshwork.notifier.incident.Incident;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.notification.Notification;
import io.meshwork.notifier.subscription.Channel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a channel has to tell now.
 *
 * @param items in the order of their first notification
 * @param held not to be told before a later time
 * @param dropped not to be told any more
 */
public record Agenda(Channel channel, String target, List<Item> items, List<Held> held, List<Dropped> dropped) {

    /** All notifications that are told when these items are. */
    public static List<Notification> all(List<Item> items) {
        return items.stream().flatMap(item -> item.notifications().stream()).toList();
    }

    /** These items, each as the one notification that tells it. */
    public static List<Notification> told(List<Item> items) {
        return items.stream().map(item -> item.first().saying(item.news())).toList();
    }

    public record Held(List<Notification> notifications, Instant until, String why) {}

    public record Dropped(List<Notification> notifications, String why) {}

    /** Worth a message. */
    public sealed interface Item {

        /** What is told when it is. */
        List<Notification> notifications();

        News news();

        default Notification first() {
            return notifications().getFirst();
        }
    }

    /** One piece of news. */
    public record Single(Notification notification) implements Item {

        @Override
        public List<Notification> notifications() {
            return List.of(notification);
        }

        @Override
        public News news() {
            return notification.news();
        }
    }

    /**
     * How an incident stands.
     *
     * @param told what the channel knows, null when it knows nothing
     */
    public record Story(
            Incident incident, Step step, @Nullable Told told, List<Notification> notifications) implements Item {

        private static final int NOTES = 5;

        /** The last thing that happened; how it began, when that was not told. */
        @Override
        public News news() {
            return switch (step) {
                case OPENED, REOPENED, UPDATED, RAISED -> noted(incident.news());
                case REMINDED, ACKNOWLEDGED, RESOLVED -> notifications.getLast().news();
            };
        }

        /** With what only single subscribers are to know of the same news. */
        private News noted(News news) {
            return news.with(notifications.stream()
                    .flatMap(notification -> notification.news().notesTo(news).stream())
                    .distinct()
                    .limit(NOTES)
                    .toList());
        }
    }
}
