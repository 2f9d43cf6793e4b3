package io.meshwork.cli.dlt;

import io.meshwork.cli.ExitCode;
import io.meshwork.deadletters.Letter;
import io.meshwork.deadletters.LetterBox;
import io.meshwork.deadletters.Letters;
import io.meshwork.deadletters.Position;
import io.meshwork.deadletters.Replay;
import io.meshwork.deadletters.Rewriter;
import io.meshwork.deadletters.Settled;
import io.meshwork.deadletters.Wanted;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mesh dlt replay}: the record comes again, as it was, to the service that gave it up. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Writes dead letters of a service back to the topics they came from: key, value, headers and identity as they "
                    + "were, for that service's consumer group alone.",
            "Mend the cause first. --all leaves out what was discarded or given back before; what fails again is a new letter that says "
                    + "how often it was replayed. A letter stays in its topic; replaying it again does nothing once it was handled."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all were written, or would be",
            "1:a letter was refused or is not there; the others were written",
            "2:wrong options",
            "5:the broker does not answer"
        })
final class ReplayCommand extends LettersCommand {

    private final Clock clock = Clock.systemUTC();

    @Parameters(paramLabel = "SERVICE", description = "catalog, policy, quality or notifier.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String service;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Which which;

    @Mixin
    private final LetterFilter filter = new LetterFilter();

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who gives them back, for those who look later. Default: ${DEFAULT-VALUE}.")
    private String by = "";

    @Option(names = "--dry-run", description = "Say what would be written, and write nothing.")
    private boolean dryRun;

    @Override
    int run(Letters letters) {
        LetterBox box = boxOf(service);
        if (!letters.exists(box.topic())) {
            return missing(box);
        }
        try (Rewriter rewriter = dryRun ? null : new Rewriter(client())) {
            return replay(letters, box, rewriter);
        }
    }

    private int replay(Letters letters, LetterBox box, @Nullable Rewriter rewriter) {
        Set<Position> found = new HashSet<>();
        int[] refused = {0};
        Wanted wanted = filter.wanted();
        Consumer<Letter> each = letter -> {
            if (!wanted.wants(letter)) {
                return;
            }
            found.add(letter.position());
            switch (Replay.of(letter, box)) {
                case Replay.Ready ready -> tell(letter, box, ready, rewriter);
                case Replay.Refused(String why) -> {
                    refused[0]++;
                    err().println(letter.position() + " is not replayed: " + why);
                }
            }
        };
        if (which.all) {
            Set<Position> settled = letters.settled(box.topic()).keySet();
            letters.all(box.topic(), letter -> {
                if (!settled.contains(letter.position())) {
                    each.accept(letter);
                }
            });
        } else {
            letters.at(box.topic(), which.positions, each);
        }
        int absent = which.all ? 0 : absent(box, found);
        out().println((dryRun ? "Would replay " : "Replayed ") + (found.size() - refused[0]) + " of "
                + (found.size() + absent) + ".");
        return refused[0] + absent == 0 ? ExitCode.OK : ExitCode.REFUSED;
    }

    private void tell(Letter letter, LetterBox box, Replay.Ready ready, @Nullable Rewriter rewriter) {
        if (rewriter == null) {
            out().println(letter.position() + " -> " + ready.record().topic());
            return;
        }
        String to = rewriter.write(ready.record());
        out().println(letter.position() + " -> " + to);
        var settled = Settled.replayed(letter.position(), by, clock.instant().truncatedTo(ChronoUnit.SECONDS), to);
        rewriter.write(settled.toRecord(box.topic(), letter.record().key()));
    }

    private int absent(LetterBox box, Set<Position> found) {
        Set<Position> absent = new LinkedHashSet<>(which.positions);
        absent.removeAll(found);
        absent.forEach(position -> absent(box, position));
        return absent.size();
    }
}
