package io.meshwork.notifier.announcement.kafka;

import static io.meshwork.notifier.announcement.kafka.Origins.words;
import static io.meshwork.notifier.announcement.kafka.Origins.wordsOrNull;

import io.meshwork.events.WaiverChanged;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.TopicListener;
import io.meshwork.notifier.alert.WaiverEnding;
import io.meshwork.notifier.announcement.WaiverReminders;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.notification.kafka.OutcomePublications;
import org.springframework.stereotype.Component;

/** Hears of waivers that are about to end; whoever granted or ended one knows already. */
@Component("waiverChanged")
class WaiverChangedListener extends TopicListener<WaiverChanged> {

    private static final String ENDING = "ending";

    private final WaiverReminders reminders;
    private final Links links;

    WaiverChangedListener(WaiverReminders reminders, Links links) {
        super("waiver.changed", WaiverChanged.class);
        this.reminders = reminders;
        this.links = links;
    }

    @Override
    public String expectedKey(WaiverChanged value) {
        return value.getWaiverId();
    }

    @Override
    protected void handle(Batch<WaiverChanged> batch) {
        var reports = batch.events().stream()
                .filter(event -> event.require().getState().equals(ENDING))
                .map(event -> Origins.report(event, WaiverChangedListener::fact))
                .toList();
        if (!reports.isEmpty()) {
            reminders.ending(reports, new OutcomePublications(batch, links));
        }
    }

    private static WaiverEnding fact(WaiverChanged value) {
        return new WaiverEnding(
                words(value.getWaiverId()),
                words(value.getPolicyId()),
                wordsOrNull(value.getRule()),
                words(value.getSubject()),
                words(value.getReason()),
                words(value.getOwner()),
                value.getEndsAt(),
                value.getChangedAt());
    }
}
