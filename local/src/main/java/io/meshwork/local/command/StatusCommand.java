package io.meshwork.local.command;

import io.meshwork.local.state.MeshHome;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "status",
        description =
                "Show each part: state, port, process, resident memory, version. Exit code 0 when all are up, 3 when not.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    enum Output {
        TEXT,
        JSON
    }

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(
            names = "--output",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Output output = Output.TEXT;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        List<Health> parts = home.home().stateFile().read().map(Health::of).orElse(List.of());
        PrintWriter out = spec.commandLine().getOut();
        switch (output) {
            case JSON -> out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(parts));
            case TEXT -> out.println(parts.isEmpty() ? notRunning(home.home()) : table(parts));
        }
        boolean allUp = !parts.isEmpty() && parts.stream().allMatch(part -> part.state() == Health.State.UP);
        return allUp ? ExitCodes.OK : ExitCodes.DOWN;
    }

    private static String notRunning(MeshHome home) {
        return "The mesh is not running (nothing in " + home.folder() + "). Start it with: mesh up";
    }

    static String table(List<Health> parts) {
        Table table = new Table("PART", "STATE", "PORT", "PID", "MEMORY", "VERSION");
        parts.forEach(part -> table.row(
                part.part(),
                part.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                text(part.port()),
                text(part.pid()),
                memory(part),
                part.version()));
        long total = parts.stream()
                .map(Health::memory)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
        return table.row("total", "", "", "", mebibytes(total), "").toString();
    }

    private static String memory(Health part) {
        if (part.memory() != null) {
            return mebibytes(part.memory());
        }
        return part.state() == Health.State.DOWN ? "" : "in " + Health.SUPERVISOR;
    }

    private static String mebibytes(long bytes) {
        return (bytes >> 20) + " MB";
    }

    private static String text(@Nullable Number number) {
        return number == null ? "" : number.toString();
    }
}
