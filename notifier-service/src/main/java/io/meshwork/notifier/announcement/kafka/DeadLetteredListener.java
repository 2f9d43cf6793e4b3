package io.meshwork.notifier.announcement.kafka;

import io.meshwork.messaging.DeadLetter;
import io.meshwork.messaging.DeadLetterListener;
import io.meshwork.messaging.Outcomes;
import io.meshwork.notifier.alert.DeadLetters;
import io.meshwork.notifier.announcement.Announcer;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.news.Origin;
import io.meshwork.notifier.notification.kafka.OutcomePublications;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hears of every record that some service gave up on. */
@Component("deadLettered")
class DeadLetteredListener extends DeadLetterListener {

    private final Announcer announcer;
    private final Links links;

    DeadLetteredListener(Announcer announcer, Links links) {
        this.announcer = announcer;
        this.links = links;
    }

    @Override
    protected void handle(List<DeadLetter> letters, Outcomes outcomes) {
        var occurrences = DeadLetters.fold(
                letters.stream().map(DeadLetteredListener::letter).toList());
        announcer.announce(occurrences, new OutcomePublications(outcomes, links));
    }

    private static DeadLetters.Letter letter(DeadLetter letter) {
        return new DeadLetters.Letter(
                new Origin(letter.id(), letter.time(), letter.cause()),
                letter.service(),
                letter.originalTopic(),
                letter.originalTopic() + "-" + letter.originalPartition() + "@" + letter.originalOffset(),
                letter.key(),
                letter.reason());
    }
}
