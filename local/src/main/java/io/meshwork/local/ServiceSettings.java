package io.meshwork.local;

import io.meshwork.local.postgres.Database;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a service must be told to find the rest of the platform, as Spring properties. */
record ServiceSettings(
        String bootstrapServers, URI registry, URI slackWebhook, Path qualityRoot, Map<String, String> further) {

    private static final String PASSWORD = "spring.datasource.password";

    /** For a service in our JVM: it must leave the terminal, the shutdown order and JMX to us. */
    List<String> forSharedJvm(int port, Database database, Path log) {
        List<String> arguments = arguments(port, database);
        arguments.add(argument(PASSWORD, database.password()));
        arguments.add(argument("logging.file.name", log.toString()));
        arguments.add(argument("logging.threshold.console", "off"));
        arguments.add(argument("logging.register-shutdown-hook", "false"));
        arguments.add(argument("spring.main.register-shutdown-hook", "false"));
        arguments.add(argument("spring.jmx.enabled", "false"));
        return arguments;
    }

    /** For a service in a process of its own, whose command line others can read: without the password. */
    List<String> forProcess(int port, Database database) {
        return arguments(port, database);
    }

    Map<String, String> secrets(Database database) {
        return Map.of("SPRING_DATASOURCE_PASSWORD", database.password());
    }

    private List<String> arguments(int port, Database database) {
        List<String> arguments = new ArrayList<>(List.of(
                argument("mesh.name", PlatformOptions.MESH_NAME),
                argument("mesh.profile", "local"),
                argument("mesh.registry.url", registry.toString()),
                argument("mesh.quality.root", qualityRoot.toString()),
                argument("mesh.slack.webhook-url", slackWebhook.toString()),
                argument("server.address", "127.0.0.1"),
                argument("server.port", String.valueOf(port)),
                argument("spring.kafka.bootstrap-servers", bootstrapServers),
                argument("spring.datasource.url", database.url()),
                argument("spring.datasource.username", database.user()),
                argument("spring.main.banner-mode", "off")));
        further.forEach((name, value) -> arguments.add(argument(name, value)));
        return arguments;
    }

    private static String argument(String name, String value) {
        return "--" + name + "=" + value;
    }
}
