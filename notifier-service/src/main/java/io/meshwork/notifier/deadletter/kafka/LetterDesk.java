package io.meshwork.notifier.deadletter.kafka;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.meshwork.deadletters.Allowance;
import io.meshwork.deadletters.Letter;
import io.meshwork.deadletters.LetterBox;
import io.meshwork.deadletters.Letters;
import io.meshwork.deadletters.Position;
import io.meshwork.deadletters.Replay;
import io.meshwork.deadletters.Rewriter;
import io.meshwork.deadletters.Settled;
import io.meshwork.deadletters.Survey;
import io.meshwork.deadletters.Wanted;
import io.meshwork.notifier.deadletter.BulkResult;
import io.meshwork.notifier.deadletter.BulkResult.Refusal;
import io.meshwork.notifier.deadletter.LetterId;
import io.meshwork.notifier.deadletter.LetterResult;
import io.meshwork.notifier.deadletter.LetterResult.Code;
import io.meshwork.notifier.deadletter.LetterResult.Done;
import io.meshwork.notifier.deadletter.LetterResult.Refused;
import io.meshwork.notifier.deadletter.jdbc.SettlingLock;
import io.meshwork.notifier.deadletter.kafka.LetterReader.Look;
import io.meshwork.notifier.news.Text;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What operators do with dead letters. What is done is noted in the letter's topic, after it is done: a crash between the two leaves
 * the letter open, and giving it back twice is handled once.
 */
public final class LetterDesk {

    private static final int REFUSED_NAMED = 20;
    private static final int LONGEST = 800;

    private final LetterBoxes boxes;
    private final LetterReader reader;
    private final SettlingLock lock;
    private final LetterSettings settings;
    private final Clock clock;

    LetterDesk(LetterBoxes boxes, LetterReader reader, SettlingLock lock, LetterSettings settings, Clock clock) {
        this.boxes = boxes;
        this.reader = reader;
        this.lock = lock;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is to become of letters, and who wants it. */
    public sealed interface Order {

        record GiveBack(String who) implements Order {}

        record Discard(String who, String because) implements Order {}
    }

    public LetterResult settle(LetterId id, Order order) {
        var box = boxes.of(id.service());
        if (box.isEmpty()) {
            return LetterReader.unknown(id);
        }
        return lock.<LetterResult>alone(
                        id.service(), () -> boxes.read(letters -> settle(letters, box.get(), id, order)))
                .orElseGet(() -> new Refused(
                        Code.BUSY,
                        "somebody else settles letters of " + id.service()
                                + " at this moment; look at the letter again in a few seconds"));
    }

    private LetterResult settle(Letters letters, LetterBox box, LetterId id, Order order) {
        return switch (reader.look(letters, box, id)) {
            case Look.Nothing(var why) -> why;
            case Look.At(var _, var letter, var _, var before) -> {
                if (before != null) {
                    yield new Refused(Code.SETTLED, settledBefore(id, before));
                }
                try (var rewriter = boxes.writer()) {
                    yield carryOut(letter, box, order, rewriter);
                }
            }
        };
    }

    private static String settledBefore(LetterId id, Settled before) {
        return "letter " + id + " was " + before.how().word() + " " + Text.line(before.toString(), LONGEST)
                + ". What failed again is a new letter; mesh dlt replay " + id.service() + " --offset " + id.position()
                + " gives this one back all the same.";
    }

    /**
     * The first wanted letters that are open, and can be given back when that is what is asked for.
     *
     * @param limit letters at most
     * @param dryRun says only what would be done
     * @return empty when somebody else settles letters of the service at this moment
     */
    public Optional<BulkResult> settleAll(String service, Wanted wanted, int limit, Order order, boolean dryRun) {
        var box = boxes.of(service).orElseThrow();
        if (dryRun) {
            return Optional.of(boxes.read(letters -> settleAll(letters, box, wanted, limit, order, null)));
        }
        return lock.alone(
                service,
                () -> boxes.read(letters -> {
                    try (var rewriter = boxes.writer()) {
                        return settleAll(letters, box, wanted, limit, order, rewriter);
                    }
                }));
    }

    private BulkResult settleAll(
            Letters letters, LetterBox box, Wanted wanted, int limit, Order order, @Nullable Rewriter rewriter) {
        var survey = Survey.of(letters, box.topic(), Position.BEGIN, wanted, false, settings.allowance());
        var bulk = new Bulk(limit, settings.allowance());
        chosen(survey)
                .forEach((partition, positions) -> letters.read(
                        box.topic(), new Position(partition, Collections.min(positions)), bulk.allowance, record -> {
                            if (positions.contains(record.offset())) {
                                var letter = new Letter(record);
                                bulk.add(
                                        new LetterId(box.service(), letter.position()),
                                        carryOut(letter, box, order, rewriter));
                            }
                        }));
        return new BulkResult(
                List.copyOf(bulk.done),
                List.copyOf(bulk.refused),
                survey.open() - bulk.done.size(),
                survey.isComplete());
    }

    private static Map<Integer, Set<Long>> chosen(Survey survey) {
        return survey.found().stream()
                .map(found -> found.letter().position())
                .collect(groupingBy(Position::partition, TreeMap::new, mapping(Position::offset, toSet())));
    }

    /** @param rewriter null to say only what would be done */
    private LetterResult carryOut(Letter letter, LetterBox box, Order order, @Nullable Rewriter rewriter) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return switch (order) {
            case Order.Discard(var who, var because) ->
                note(letter, box, Settled.discarded(letter.position(), who, now, because), rewriter);
            case Order.GiveBack(var who) ->
                switch (Replay.of(letter, box)) {
                    case Replay.Refused(var why) -> new Refused(Code.IMPOSSIBLE, why);
                    case Replay.Ready(var record) -> {
                        var where = rewriter == null ? record.topic() : rewriter.write(record);
                        yield note(letter, box, Settled.replayed(letter.position(), who, now, where), rewriter);
                    }
                };
        };
    }

    private static LetterResult note(Letter letter, LetterBox box, Settled settled, @Nullable Rewriter rewriter) {
        if (rewriter != null) {
            rewriter.write(settled.toRecord(box.topic(), letter.record().key()));
        }
        return new Done(new LetterId(box.service(), letter.position()), settled);
    }

    /** What was done so far of what may be done at once. */
    private static final class Bulk {

        private final int limit;
        private final Allowance allowance;
        private final List<LetterId> done = new ArrayList<>();
        private final List<Refusal> refused = new ArrayList<>();

        Bulk(int limit, Allowance allowance) {
            this.limit = limit;
            this.allowance = allowance;
        }

        void add(LetterId id, LetterResult result) {
            switch (result) {
                case Done _ -> done.add(id);
                case Refused(var _, var reason) -> {
                    if (refused.size() < REFUSED_NAMED) {
                        refused.add(new Refusal(id, reason));
                    }
                }
            }
            if (done.size() == limit) {
                allowance.end();
            }
        }
    }
}
