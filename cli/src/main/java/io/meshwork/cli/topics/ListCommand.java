package io.meshwork.cli.topics;

import io.meshwork.cli.Table;
import io.meshwork.cli.connection.MeshNameOption;
import io.meshwork.schemas.topics.Topic;
import io.meshwork.schemas.topics.TopicManifest;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code mesh topics list}: the manifest as a table; asks no broker. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Shows the topics this version of the mesh uses.")
final class ListCommand implements Runnable {

    private static final List<String> HEADER =
            List.of("TOPIC", "WRITTEN BY", "READ BY", "KEY", "PARTITIONS", "RETENTION", "SCHEMA", "COMPATIBILITY");

    @Mixin
    private final MeshNameOption mesh = new MeshNameOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        String meshName = mesh.checked(spec.commandLine());
        Table table = new Table(HEADER);
        TopicManifest.read().topics().forEach(topic -> table.row(row(topic, meshName)));
        table.lines().forEach(spec.commandLine().getOut()::println);
    }

    private static List<String> row(Topic topic, String meshName) {
        return List.of(
                topic.fullName(meshName),
                String.join(", ", topic.writtenBy()),
                String.join(", ", topic.readBy()),
                topic.key(),
                Integer.toString(topic.partitions()),
                retention(topic),
                topic.schema() == null ? "-" : topic.schema(),
                topic.schema() == null ? "-" : topic.compatibility().name());
    }

    private static String retention(Topic topic) {
        return switch (topic.cleanup()) {
            case COMPACT -> "compacted";
            case DELETE -> text(topic.retention());
        };
    }

    private static String text(Duration retention) {
        return retention.equals(Duration.ofDays(retention.toDays()))
                ? retention.toDays() + " days"
                : retention.toString();
    }
}
