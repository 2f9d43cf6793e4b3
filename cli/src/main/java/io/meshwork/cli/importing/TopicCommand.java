package io.meshwork.cli.importing;

import io.meshwork.cli.connection.BrokerOptions;
import io.meshwork.cli.connection.LocalDefaults;
import io.meshwork.cli.importing.source.Finding;
import io.meshwork.cli.importing.source.avro.RegistryTopic;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mesh import topic}: asks the registry only, so the broker need not run. */
@Command(
        name = "topic",
        defaultValueProvider = LocalDefaults.class,
        description = {
            "Writes a contract of a topic, by the latest Avro schema that the registry has for its values.",
            "The registry is asked, the broker is only named in the contract."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:a valid contract was written",
            "1:the registry has no such schema, or none that can be imported",
            "2:wrong options, or the file exists",
            "5:the registry does not answer"
        })
final class TopicCommand extends SourceCommand {

    private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

    @Parameters(paramLabel = "TOPIC", description = "Name of the topic in full, such as shop.orders.v1.")
    private String topic = "";

    @Option(
            names = "--registry",
            paramLabel = "URL,...",
            description = {
                "Confluent-compatible schema registry (MESH_REGISTRY, or the local mesh at MESH_PORT_BASE).",
                "Default: ${DEFAULT-VALUE}."
            })
    private String registry = "";

    @Mixin
    private final BrokerOptions broker = new BrokerOptions();

    @Override
    String givenName() {
        return topic;
    }

    @Override
    Finding find() {
        if (!TOPIC.matcher(topic).matches()) {
            return new Finding.Wrong("No topic can be called `" + topic
                    + "`: write up to 249 letters, digits, dots, hyphens and underscores");
        }
        return new RegistryTopic(topic, broker.bootstrapServers(), registry, broker.properties(commandLine())).find();
    }
}
