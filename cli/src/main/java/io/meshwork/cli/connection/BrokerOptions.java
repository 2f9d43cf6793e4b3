package io.meshwork.cli.connection;

import io.meshwork.cli.Unreadable;
import java.io.IOException;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the broker is, and how to be let in. */
public final class BrokerOptions {

    static final String BOOTSTRAP_SERVERS = "--bootstrap-servers";
    private static final Duration CONNECT = Duration.ofSeconds(5);

    @Option(
            names = BOOTSTRAP_SERVERS,
            paramLabel = "HOST:PORT,...",
            description = {
                "Kafka or Event Hubs (MESH_BOOTSTRAP_SERVERS, or the local mesh at MESH_PORT_BASE).",
                "Default: ${DEFAULT-VALUE}."
            })
    private String bootstrapServers = "";

    @Option(
            names = "--command-config",
            defaultValue = "${env:MESH_COMMAND_CONFIG:-" + Option.NULL_VALUE + "}",
            paramLabel = "FILE",
            description = "Properties of the clients for secured brokers and registries, such as security.protocol, "
                    + "sasl.mechanism, sasl.jaas.config, basic.auth.user.info (MESH_COMMAND_CONFIG).")
    private @Nullable Path commandConfig;

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /**
     * Why nothing can be done: nobody listens at any of the addresses. Asked before a client is made, which would try for a long
     * time in silence.
     */
    public Optional<String> unreachable() {
        boolean listening =
                Arrays.stream(bootstrapServers.split(",")).map(String::strip).anyMatch(BrokerOptions::listens);
        return listening
                ? Optional.empty()
                : Optional.of("No broker listens at " + bootstrapServers
                        + "; start the local mesh with: ./mesh up, or name another broker with " + BOOTSTRAP_SERVERS);
    }

    private static boolean listens(String address) {
        int colon = address.lastIndexOf(':');
        try (Socket socket = new Socket()) {
            String host = address.substring(0, Math.max(colon, 0));
            socket.connect(
                    new InetSocketAddress(host, Integer.parseInt(address.substring(colon + 1))),
                    Math.toIntExact(CONNECT.toMillis()));
            return true;
        } catch (IOException | IllegalArgumentException nobody) {
            return false;
        }
    }

    /** What {@code --command-config} says, or picocli's answer to a wrong option when it cannot be read. */
    public Map<String, String> properties(CommandLine command) {
        Map<String, String> found = new HashMap<>();
        if (commandConfig != null) {
            load(commandConfig, command).forEach((key, value) -> found.put(key.toString(), value.toString()));
        }
        return found;
    }

    private static Properties load(Path file, CommandLine command) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new ParameterException(command, "--command-config: " + Unreadable.file(file), e);
        }
    }
}
