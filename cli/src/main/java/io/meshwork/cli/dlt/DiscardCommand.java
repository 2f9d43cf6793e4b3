package io.meshwork.cli.dlt;

import io.meshwork.cli.ExitCode;
import io.meshwork.deadletters.Letter;
import io.meshwork.deadletters.LetterBox;
import io.meshwork.deadletters.Letters;
import io.meshwork.deadletters.Position;
import io.meshwork.deadletters.Rewriter;
import io.meshwork.deadletters.Settled;
import io.meshwork.deadletters.Wanted;
import java.io.Console;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code mesh dlt discard}: letters that need nobody's attention any more. */
@Command(
        name = "discard",
        mixinStandardHelpOptions = true,
        description = {
            "Says of dead letters of a service that nothing is to be done about them, who decided that and why.",
            "They stay in their topic: `mesh dlt list --all` shows them, and `mesh dlt replay --offset` still gives one back."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:discarded, now or before, or given back before",
            "1:not confirmed, or a letter is not there; the others were discarded",
            "2:wrong options",
            "5:the broker does not answer"
        })
final class DiscardCommand extends LettersCommand {

    private static final int SHOWN = 20;

    private final Clock clock = Clock.systemUTC();
    private final @Nullable UnaryOperator<String> person;

    @Parameters(paramLabel = "SERVICE", description = "catalog, policy, quality or notifier.")
    private String service = "";

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Which which;

    @Mixin
    private final LetterFilter filter = new LetterFilter();

    @Option(
            names = "--because",
            required = true,
            paramLabel = "TEXT",
            description = "Why nothing is to be done, for those who look later; at most 500 characters.")
    private String because = "";

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who decided that. Default: ${DEFAULT-VALUE}.")
    private String by = "";

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    DiscardCommand() {
        this(atTerminal());
    }

    /** @param person answers questions; null when nobody is there */
    DiscardCommand(@Nullable UnaryOperator<String> person) {
        this.person = person;
    }

    private static @Nullable UnaryOperator<String> atTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal() ? question -> console.readLine("%s", question) : null;
    }

    @Override
    int run(Letters letters) {
        if (because.isBlank() || because.length() > 500) {
            throw wrong("--because: say why in 1 to 500 characters");
        }
        LetterBox box = boxOf(service);
        if (!letters.exists(box.topic())) {
            return missing(box);
        }
        Map<Position, byte[]> chosen = chosen(letters, box);
        int absent = which.all ? 0 : absent(box, chosen.keySet());
        Set<Position> before = letters.settled(box.topic()).keySet();
        chosen.keySet().removeAll(before);
        if (!chosen.isEmpty() && !isConfirmed(chosen.keySet())) {
            out().println("Nothing is discarded.");
            return ExitCode.REFUSED;
        }
        discard(chosen, box);
        out().println("Discarded " + chosen.size() + " of " + (chosen.size() + absent) + ".");
        return absent == 0 ? ExitCode.OK : ExitCode.REFUSED;
    }

    /** With their keys; values may be large and are let go. */
    private Map<Position, byte[]> chosen(Letters letters, LetterBox box) {
        Map<Position, byte[]> chosen = new LinkedHashMap<>();
        Wanted wanted = filter.wanted();
        Consumer<Letter> each = letter -> {
            if (wanted.wants(letter)) {
                chosen.put(letter.position(), letter.record().key());
            }
        };
        if (which.all) {
            letters.all(box.topic(), each);
        } else {
            letters.at(box.topic(), which.positions, each);
        }
        return chosen;
    }

    private boolean isConfirmed(Set<Position> chosen) {
        if (yes) {
            return true;
        }
        if (person == null) {
            throw wrong(
                    "this would discard " + letters(chosen.size()) + ", and nobody is there to be asked; give --yes");
        }
        chosen.stream().limit(SHOWN).forEach(position -> out().println("  " + position));
        if (chosen.size() > SHOWN) {
            out().println("  and " + (chosen.size() - SHOWN) + " more");
        }
        out().flush();
        String answer = person.apply("Discard " + letters(chosen.size()) + " of " + service + "? [y/N] ");
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }

    private void discard(Map<Position, byte[]> chosen, LetterBox box) {
        try (Rewriter rewriter = new Rewriter(client())) {
            chosen.forEach((position, key) -> {
                Settled settled =
                        Settled.discarded(position, by, clock.instant().truncatedTo(ChronoUnit.SECONDS), because);
                rewriter.write(settled.toRecord(box.topic(), key));
            });
        }
    }

    private int absent(LetterBox box, Set<Position> found) {
        Set<Position> absent = new LinkedHashSet<>(which.positions);
        absent.removeAll(found);
        absent.forEach(position -> absent(box, position));
        return absent.size();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command(), message);
    }

    private static String letters(int count) {
        return count == 1 ? "1 letter" : count + " letters";
    }
}
