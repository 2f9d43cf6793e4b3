package io.meshwork.cli.dlt;

import io.meshwork.cli.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mesh dlt show}: everything about one letter. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows one dead letter with its headers and its value; changes nothing.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:shown",
            "1:there is no such letter, or its topic is missing",
            "2:wrong options",
            "5:the broker does not answer"
        })
final class ShowCommand extends LettersCommand {

    @Parameters(index = "0", paramLabel = "SERVICE", description = "catalog, policy, quality or notifier.")
    private String service = "";

    @Parameters(
            index = "1",
            paramLabel = "PARTITION:OFFSET",
            converter = Position.Converter.class,
            description = "The letter, as `mesh dlt list` shows it.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Position position;

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = {
                "Confluent-compatible schema registry (MESH_REGISTRY, or the local mesh at MESH_PORT_BASE).",
                "Default: ${DEFAULT-VALUE}."
            })
    private String registry = "";

    @Override
    int run(Letters letters) {
        LetterBox box = boxOf(service);
        if (!letters.exists(box.topic())) {
            return missing(box);
        }
        List<Letter> found = new ArrayList<>();
        letters.at(box.topic(), Set.of(position), found::add);
        if (found.isEmpty()) {
            return absent(box, position);
        }
        show(found.getFirst());
        Discard discard = letters.discards(box.topic()).get(position);
        if (discard != null) {
            line("discarded", discard.toString());
        }
        return ExitCode.OK;
    }

    private void show(Letter letter) {
        line("given up", letter.time() + " by " + letter.service());
        line("reason", letter.reason());
        line("came from", letter.origin());
        line("key", letter.key());
        for (Header header : letter.record().headers()) {
            if (!LetterHeaders.ALL.contains(header.key())) {
                line(
                        header.key(),
                        String.valueOf(LetterHeaders.text(letter.record().headers(), header.key())));
            }
        }
        byte[] bytes = letter.record().value();
        if (bytes == null) {
            line("value", "none, a tombstone");
            return;
        }
        LetterValue value = LetterValue.of(bytes, registry, client());
        line("value", bytes.length + " bytes: " + value.what());
        value.lines().forEach(text -> out().println("  " + Shown.line(text)));
    }

    private void line(String name, String text) {
        out().println("%-14s  %s".formatted(Shown.line(name), Shown.line(text)));
    }
}
