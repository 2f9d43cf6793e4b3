package io.meshwork.local.command;

import io.meshwork.local.state.MeshHome;
import io.meshwork.local.state.PlatformState;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
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
    private RunningMeshOption mesh = new RunningMeshOption();

    @Option(
            names = "--output",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Output output = Output.TEXT;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        MeshHome home = mesh.find(spec.commandLine()).orElse(null);
        List<Health> parts = Optional.ofNullable(home)
                .flatMap(found -> found.stateFile().read())
                .map(Health::of)
                .orElse(List.of());
        PrintWriter out = spec.commandLine().getOut();
        switch (output) {
            case JSON -> out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(parts));
            case TEXT -> out.println(home == null ? mesh.notThere(spec.commandLine()) : text(home, parts));
        }
        boolean allUp = !parts.isEmpty() && parts.stream().allMatch(part -> part.state() == Health.State.UP);
        return allUp ? ExitCodes.OK : ExitCodes.DOWN;
    }

    private static String text(MeshHome home, List<Health> parts) {
        if (parts.isEmpty()) {
            return "No mesh runs in " + home.folder()
                    + (home.hasData() ? "; its data is kept." : "; there is no data in it.")
                    + " Start it with: mesh up";
        }
        String data = home.running()
                .map(PlatformState::data)
                .map(folder -> "\nData is read from " + folder)
                .orElse("");
        return table(parts) + data + "\nState is kept in " + home.folder();
    }

    static String table(List<Health> parts) {
        Table table = new Table("PART", "STATE", "PORT", "PID", "MEMORY", "VERSION");
        parts.forEach(part -> table.row(
                part.part(),
                part.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                text(part.port()),
                text(part.pid()),
                part.memory() == null ? shared(part, parts) : mebibytes(part.memory()),
                part.version()));
        long total = parts.stream()
                .map(Health::memory)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
        return table.row("total", "", "", "", mebibytes(total), "").toString();
    }

    /** One that has a process of its own and yet no memory is just ending. */
    private static String shared(Health part, List<Health> parts) {
        boolean inMesh = part.pid() != null
                && parts.stream()
                        .anyMatch(other ->
                                other.part().equals(Health.SUPERVISOR) && Objects.equals(part.pid(), other.pid()));
        return inMesh ? "in " + Health.SUPERVISOR : "";
    }

    private static String mebibytes(long bytes) {
        return (bytes >> 20) + " MB";
    }

    private static String text(@Nullable Number number) {
        return number == null ? "" : number.toString();
    }
}
