package io.meshwork.cli.dlt;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.meshwork.cli.ExitCode;
import io.meshwork.deadletters.Letter;
import io.meshwork.deadletters.LetterBox;
import io.meshwork.deadletters.LetterValue;
import io.meshwork.deadletters.Letters;
import io.meshwork.deadletters.Position;
import io.meshwork.deadletters.Settled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private static final Map<String, Object> PATIENCE =
            Map.of("http.connect.timeout.ms", 5_000, "http.read.timeout.ms", 15_000);

    @Parameters(index = "0", paramLabel = "SERVICE", description = "catalog, policy, quality or notifier.")
    private String service = "";

    @Parameters(
            index = "1",
            paramLabel = "PARTITION:OFFSET",
            converter = PositionConverter.class,
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
        Settled settled = letters.settled(box.topic()).get(position);
        if (settled != null) {
            line(settled.how().word(), settled.toString());
        }
        return ExitCode.OK;
    }

    private void show(Letter letter) {
        line("given up", letter.time() + " by " + letter.service());
        line("reason", letter.reason());
        line("came from", letter.origin());
        if (letter.replays() > 0) {
            line("replayed", letter.replays() + " times before");
        }
        line("key", letter.key());
        letter.ownHeaders().forEach(header -> line(header.name(), header.value()));
        byte[] bytes = letter.record().value();
        if (bytes == null) {
            line("value", "none, a tombstone");
            return;
        }
        LetterValue value = value(bytes);
        line("value", bytes.length + " bytes: " + value.what());
        value.lines().forEach(text -> out().println("  " + Shown.line(text)));
    }

    private LetterValue value(byte[] bytes) {
        Map<String, Object> settings = new HashMap<>(PATIENCE);
        settings.putAll(client());
        try (SchemaRegistryClient schemas = SchemaRegistryClientFactory.newClient(
                List.of(registry.split(",")), 10, List.of(new AvroSchemaProvider()), settings, Map.of())) {
            return LetterValue.of(bytes, schemas);
        } catch (IOException e) {
            throw new UncheckedIOException("the connection to the registry at " + registry + " does not close", e);
        }
    }

    private void line(String name, String text) {
        out().println("%-14s  %s".formatted(Shown.line(name), Shown.line(text)));
    }
}
