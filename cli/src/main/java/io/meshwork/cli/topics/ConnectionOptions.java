package io.meshwork.cli.topics;

import io.meshwork.schemas.topics.Platform;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where broker and registry are, and how to be let in. */
final class ConnectionOptions {

    @Option(
            names = "--bootstrap-servers",
            defaultValue = "${env:MESH_BOOTSTRAP_SERVERS:-localhost:7092}",
            paramLabel = "HOST:PORT,...",
            description = "Kafka or Event Hubs (MESH_BOOTSTRAP_SERVERS). Default: ${DEFAULT-VALUE}.")
    private String bootstrapServers = "";

    @Option(
            names = "--registry",
            defaultValue = "${env:MESH_REGISTRY:-http://127.0.0.1:7085/apis/ccompat/v7}",
            paramLabel = "URL,...",
            description = "Confluent-compatible schema registry (MESH_REGISTRY). Default: ${DEFAULT-VALUE}.")
    private String registry = "";

    @Option(
            names = "--command-config",
            defaultValue = "${env:MESH_COMMAND_CONFIG:-" + Option.NULL_VALUE + "}",
            paramLabel = "FILE",
            description = "Properties of the clients for secured brokers and registries, such as security.protocol, "
                    + "sasl.mechanism, sasl.jaas.config, basic.auth.user.info (MESH_COMMAND_CONFIG).")
    private @Nullable Path commandConfig;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    Platform connect() {
        return Platform.connect(bootstrapServers, registry, properties());
    }

    private Map<String, String> properties() {
        Map<String, String> found = new HashMap<>();
        if (commandConfig != null) {
            load(commandConfig).forEach((key, value) -> found.put(key.toString(), value.toString()));
        }
        return found;
    }

    private Properties load(Path file) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new ParameterException(
                    command.commandLine(),
                    "Cannot read --command-config " + file + " (" + e.getMessage() + "); check the path",
                    e);
        }
    }
}
