package io.meshwork.notifier.announcement.kafka;

import static java.util.stream.Collectors.toMap;

import io.meshwork.deadletters.LetterBox;
import io.meshwork.messaging.DeadLetter;
import io.meshwork.messaging.DeadLetterListener;
import io.meshwork.messaging.Outcomes;
import io.meshwork.messaging.boot.MeshSettings;
import io.meshwork.notifier.alert.DeadLetters;
import io.meshwork.notifier.announcement.Announcer;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.news.Origin;
import io.meshwork.notifier.notification.kafka.OutcomePublications;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Hears of every record that some service gave up on. */
@Component("deadLettered")
class DeadLetteredListener extends DeadLetterListener {

    private final Announcer announcer;
    private final Links links;
    private final Map<String, String> services;

    DeadLetteredListener(Announcer announcer, Links links, MeshSettings mesh) {
        this.announcer = announcer;
        this.links = links;
        this.services = LetterBox.all(mesh.name()).stream().collect(toMap(LetterBox::topic, LetterBox::service));
    }

    @Override
    protected void handle(List<DeadLetter> letters, Outcomes outcomes) {
        var occurrences = DeadLetters.fold(letters.stream().map(this::letter).toList());
        announcer.announce(occurrences, new OutcomePublications(outcomes, links));
    }

    private DeadLetters.Letter letter(DeadLetter letter) {
        var box = services.getOrDefault(letter.topic(), letter.topic());
        return new DeadLetters.Letter(
                new Origin(letter.id(), letter.time(), letter.cause()),
                box + ":" + letter.position(),
                box,
                letter.service(),
                letter.originalTopic(),
                letter.originalTopic() + "-" + letter.originalPartition() + "@" + letter.originalOffset(),
                letter.key(),
                letter.reason(),
                letter.replays());
    }
}
