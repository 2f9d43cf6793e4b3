package io.meshwork.notifier.deadletter.kafka;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.meshwork.deadletters.Letter;
import io.meshwork.deadletters.LetterBox;
import io.meshwork.deadletters.LetterValue;
import io.meshwork.deadletters.Letters;
import io.meshwork.deadletters.Position;
import io.meshwork.deadletters.Settled;
import io.meshwork.deadletters.Survey;
import io.meshwork.deadletters.Wanted;
import io.meshwork.notifier.deadletter.LetterId;
import io.meshwork.notifier.deadletter.LetterPage;
import io.meshwork.notifier.deadletter.LetterResult.Code;
import io.meshwork.notifier.deadletter.LetterResult.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Shows what lies in the dead-letter topics. */
public final class LetterReader {

    private final LetterBoxes boxes;
    private final SchemaRegistryClient registry;
    private final LetterSettings settings;

    LetterReader(LetterBoxes boxes, SchemaRegistryClient registry, LetterSettings settings) {
        this.boxes = boxes;
        this.registry = registry;
        this.settings = settings;
    }

    /** One letter, or why there is none. */
    public sealed interface Look {

        /**
         * @param value null for a tombstone
         * @param settled null when it is open
         */
        record At(
                LetterId id,
                Letter letter,
                @Nullable LetterValue value,
                @Nullable Settled settled) implements Look {}

        record Nothing(Refused why) implements Look {}
    }

    public List<String> services() {
        return boxes.all().stream().map(LetterBox::service).toList();
    }

    /**
     * Letters by service, partition and offset.
     *
     * @param service null for all of them
     * @param after id behind which the page begins, null for the first one
     */
    public LetterPage page(
            @Nullable String service, Wanted wanted, boolean alsoSettled, @Nullable LetterId after, int limit) {
        var allowance = settings.allowance();
        return boxes.read(letters -> {
            var items = new ArrayList<LetterPage.Item>();
            LetterId last = after;
            for (var box : from(after)) {
                if (service != null && !service.equals(box.service())) {
                    continue;
                }
                if (allowance.isSpent() && last != null) {
                    return new LetterPage(items, last);
                }
                var begin = after != null && after.service().equals(box.service())
                        ? after.position().next()
                        : Position.BEGIN;
                var survey = Survey.of(letters, box.topic(), begin, wanted, alsoSettled, allowance);
                for (var found : survey.found()) {
                    if (items.size() == limit) {
                        return new LetterPage(items, items.getLast().id());
                    }
                    var id = new LetterId(box.service(), found.letter().position());
                    items.add(new LetterPage.Item(id, found.letter(), found.settled()));
                }
                if (survey.next() != null) {
                    return new LetterPage(items, new LetterId(box.service(), survey.next()));
                }
                last = survey.last() == null ? last : new LetterId(box.service(), survey.last());
            }
            return new LetterPage(items, null);
        });
    }

    private List<LetterBox> from(@Nullable LetterId after) {
        var all = boxes.all();
        return after == null
                ? all
                : all.stream()
                        .dropWhile(box -> !box.service().equals(after.service()))
                        .toList();
    }

    public Look show(LetterId id) {
        return boxes.read(letters -> {
            var box = boxes.of(id.service());
            if (box.isEmpty()) {
                return new Look.Nothing(unknown(id));
            }
            return switch (look(letters, box.get(), id)) {
                case Look.At at
                when at.letter().record().value() != null ->
                    new Look.At(
                            id, at.letter(), LetterValue.of(at.letter().record().value(), registry), at.settled());
                case Look look -> look;
            };
        });
    }

    /** Without its value. */
    Look look(Letters letters, LetterBox box, LetterId id) {
        var position = id.position();
        var first = letters.first(box.topic(), position.partition());
        if (first.isEmpty()) {
            return new Look.Nothing(unknown(id));
        }
        if (position.offset() < first.get().offset()) {
            return new Look.Nothing(new Refused(
                    Code.GONE,
                    "letter " + id + " is no longer in " + box.topic() + ", which keeps what it holds for a time; send"
                            + " the record again from its source if it is still needed"));
        }
        var found = new AtomicReference<@Nullable Letter>();
        letters.read(box.topic(), position, settings.forOne(), record -> {
            if (record.offset() == position.offset() && Settled.from(record).isEmpty()) {
                found.set(new Letter(record));
            }
        });
        var letter = found.get();
        return letter == null
                ? new Look.Nothing(unknown(id))
                : new Look.At(id, letter, null, settled(letters, box, position).orElse(null));
    }

    /** As far as the allowance goes. */
    private Optional<Settled> settled(Letters letters, LetterBox box, Position position) {
        var allowance = settings.allowance();
        var found = new AtomicReference<@Nullable Settled>();
        letters.read(
                box.topic(),
                position.next(),
                allowance,
                record -> Settled.from(record)
                        .filter(settled -> settled.letter().equals(position))
                        .ifPresent(settled -> {
                            found.compareAndSet(null, settled);
                            allowance.end();
                        }));
        return Optional.ofNullable(found.get());
    }

    static Refused unknown(LetterId id) {
        return new Refused(
                Code.UNKNOWN,
                "no dead letter stands at " + id
                        + "; GET /api/v1/dead-letters shows those there are, each with its id");
    }
}
