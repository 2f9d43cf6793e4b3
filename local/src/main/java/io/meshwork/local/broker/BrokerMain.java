package io.meshwork.local.broker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** Formats the storage if it is new, then runs the broker: one JVM start instead of two. */
public final class BrokerMain {

    private BrokerMain() {}

    /** One argument: the broker's properties file. */
    public static void main(String[] arguments) throws IOException {
        Path properties = Path.of(arguments[0]);
        if (!Files.exists(logFolder(properties).resolve("meta.properties"))) {
            format(properties);
        }
        Kafka.main(arguments);
    }

    private static void format(Path properties) {
        String[] command = {"format", "-t", Uuid.randomUuid().toString(), "-c", properties.toString()};
        int exitCode = StorageTool.execute(command, System.out);
        if (exitCode != 0) {
            throw new IllegalStateException("the broker's storage could not be formatted: exit code " + exitCode);
        }
    }

    private static Path logFolder(Path properties) throws IOException {
        Properties settings = new Properties();
        try (InputStream file = Files.newInputStream(properties)) {
            settings.load(file);
        }
        return Path.of(settings.getProperty("log.dirs"));
    }
}
