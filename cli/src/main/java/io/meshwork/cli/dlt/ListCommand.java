package io.meshwork.cli.dlt;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Table;
import io.meshwork.deadletters.Letter;
import io.meshwork.deadletters.LetterBox;
import io.meshwork.deadletters.Letters;
import io.meshwork.deadletters.Position;
import io.meshwork.deadletters.Settled;
import io.meshwork.deadletters.Wanted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mesh dlt list}: one line for each letter, the newest last. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Shows dead letters and why they were given up, the newest last; changes nothing.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:shown, or there are none",
            "1:a dead-letter topic is missing",
            "2:wrong options",
            "5:the broker does not answer"
        })
final class ListCommand extends LettersCommand {

    private static final List<String> HEADER = List.of(
            "TOPIC",
            "OFFSET",
            "AGE",
            "SERVICE",
            "REPLAYS",
            "REASON",
            "KEY",
            "ORIGINAL TOPIC, PARTITION:OFFSET",
            "DISCARDED OR REPLAYED");
    private static final int SHORT = 70;

    private final Clock clock = Clock.systemUTC();

    @Option(
            names = "--service",
            paramLabel = "SERVICE",
            description = "Only letters of this service: catalog, policy, quality or notifier.")
    private @Nullable String service;

    @Mixin
    private final LetterFilter filter = new LetterFilter();

    @Option(
            names = "--limit",
            defaultValue = "100",
            paramLabel = "N",
            description = "At most so many, the newest. Default: ${DEFAULT-VALUE}.")
    private int limit = 100;

    @Option(names = "--all", description = "Also what was discarded or replayed, with who did it, when and why.")
    private boolean all;

    @Option(names = "--full", description = "Reasons and keys in full length.")
    private boolean full;

    /** A line that waits to be shown; the letter's value may be large and is let go. */
    private record Line(Instant time, List<String> cells) {}

    @Override
    int run(Letters letters) {
        List<LetterBox> wanted = service == null ? boxes() : List.of(boxOf(service));
        var newest = new PriorityQueue<>(Comparator.comparing(Line::time));
        long found = 0;
        for (LetterBox box : wanted) {
            if (!letters.exists(box.topic())) {
                return missing(box);
            }
            found += collect(letters, box, newest);
        }
        show(newest, found);
        return ExitCode.OK;
    }

    private long collect(Letters letters, LetterBox box, PriorityQueue<Line> newest) {
        long[] found = {0};
        Wanted wanted = filter.wanted();
        Map<Position, Settled> settled = letters.settled(box.topic());
        letters.all(box.topic(), letter -> {
            Settled how = settled.get(letter.position());
            if (!wanted.wants(letter) || (how != null && !all)) {
                return;
            }
            found[0]++;
            newest.add(new Line(letter.time(), cells(letter, how)));
            if (newest.size() > limit) {
                newest.remove();
            }
        });
        return found[0];
    }

    private void show(PriorityQueue<Line> newest, long found) {
        if (found == 0) {
            out().println("No dead letters.");
            return;
        }
        Table table = new Table(HEADER.subList(0, columns()));
        for (int shown = newest.size(); shown > 0; shown--) {
            table.row(newest.remove().cells());
        }
        table.lines().forEach(out()::println);
        if (found > limit) {
            out().println(found + " in all; --limit shows more than the newest " + limit + ".");
        }
    }

    private List<String> cells(Letter letter, @Nullable Settled settled) {
        List<String> cells = List.of(
                letter.record().topic(),
                letter.position().toString(),
                Table.age(Duration.between(letter.time(), clock.instant())),
                shown(letter.service()),
                letter.replays() == 0 ? "" : String.valueOf(letter.replays()),
                shown(letter.reason()),
                shown(letter.key()),
                shown(letter.origin()),
                settled == null ? "" : shown(settled.how().word() + " " + settled));
        return cells.subList(0, columns());
    }

    private int columns() {
        return all ? HEADER.size() : HEADER.size() - 1;
    }

    private String shown(String text) {
        String line = Shown.cell(text);
        return full || line.length() <= SHORT ? line : line.substring(0, SHORT - 1) + "…";
    }
}
