package io.meshwork.local;

import io.meshwork.local.ports.Port;
import io.meshwork.local.ports.Ports;
import io.meshwork.local.postgres.Database;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a service must be told to find the rest of the platform, as Spring properties. */
record ServiceSettings(
        Ports ports,
        String bootstrapServers,
        URI registry,
        URI slackWebhook,
        Path qualityRoot,
        Path searchIndexes,
        String webhookKey,
        Map<String, String> further) {

    static final String PORT = "server.port";

    private static final String WEBHOOK_KEY = "mesh.webhooks.key";

    /** For a service in our JVM: it must leave the shutdown order and JMX to us. */
    List<String> forSharedJvm(ServiceAddress address, Database database) {
        Map<String, String> settings = common(address, database);
        settings.put("spring.datasource.password", database.password());
        settings.put(WEBHOOK_KEY, webhookKey);
        settings.put("logging.register-shutdown-hook", "false");
        settings.put("spring.main.register-shutdown-hook", "false");
        settings.put("spring.jmx.enabled", "false");
        return arguments(settings);
    }

    /** For a process of its own, whose command line others can read: secrets go by {@link #secrets}. */
    List<String> forProcess(ServiceAddress address, Database database, Map<String, String> overrides) {
        Map<String, String> settings = common(address, database);
        settings.putAll(overrides);
        return arguments(settings);
    }

    Map<String, String> secrets(Database database) {
        return Map.of("SPRING_DATASOURCE_PASSWORD", database.password(), "MESH_WEBHOOKS_KEY", webhookKey);
    }

    private Map<String, String> common(ServiceAddress address, Database database) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("mesh.name", PlatformOptions.MESH_NAME);
        settings.put("mesh.instance", address.name());
        settings.put("mesh.profile", "local");
        settings.put("mesh.registry.url", registry.toString());
        settings.put("mesh.quality.root", qualityRoot.toString());
        settings.put(
                "mesh.catalog.search.directory",
                searchIndexes.resolve(address.name()).toString());
        settings.put("mesh.slack.webhook-url", slackWebhook.toString());
        settings.put("mesh.catalog.url", url(Port.CATALOG));
        settings.put("mesh.notifier.url", url(Port.NOTIFIER));
        // long enough for what outweighs an alert, and nobody looks at a demo for longer
        settings.put("mesh.incidents.group-wait", "1s");
        settings.put("mesh.webhooks.allowed-networks", "127.0.0.0/8,::1/128");
        settings.put("server.address", "127.0.0.1");
        settings.put(PORT, String.valueOf(address.port()));
        settings.put("spring.kafka.bootstrap-servers", bootstrapServers);
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.datasource.username", database.user());
        settings.put("spring.main.banner-mode", "off");
        settings.putAll(further);
        return settings;
    }

    /** Where messages link to. */
    private String url(Port port) {
        return "http://127.0.0.1:" + ports.of(port);
    }

    /** Each name once: Spring joins the values of a repeated argument with commas. */
    private static List<String> arguments(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toList();
    }
}
