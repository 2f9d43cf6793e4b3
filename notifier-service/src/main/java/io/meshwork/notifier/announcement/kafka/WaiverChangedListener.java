package io.meshwork.notifier.announcement.kafka;

import static io.meshwork.notifier.announcement.kafka.Origins.words;
import static io.meshwork.notifier.announcement.kafka.Origins.wordsOrNull;

import io.meshwork.events.WaiverChanged;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.TopicListener;
import io.meshwork.notifier.alert.WaiverEnding;
import io.meshwork.notifier.announcement.WaiverReminders;
import io.meshwork.notifier.announcement.WaiverReminders.WaiverSettled;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.notification.kafka.OutcomePublications;
import org.springframework.stereotype.Component;

/** Hears of waivers that are about to end, and of those that are so no more. */
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
        var ending = batch.events().stream()
                .filter(event -> event.require().getState().equals(ENDING))
                .map(event -> Origins.report(event, WaiverChangedListener::fact))
                .toList();
        var settled = batch.events().stream()
                .filter(event -> !event.require().getState().equals(ENDING))
                .map(event -> Origins.report(event, WaiverChangedListener::settled))
                .toList();
        var out = new OutcomePublications(batch, links);
        reminders.ending(ending, out);
        reminders.settled(settled, out);
    }

    private static WaiverSettled settled(WaiverChanged value) {
        return new WaiverSettled(words(value.getWaiverId()), words(value.getSubject()));
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
