package io.meshwork.local.command;

import io.meshwork.local.Main;
import io.meshwork.local.process.Jvm;
import io.meshwork.local.process.Programs;
import io.meshwork.local.process.StartCache;
import io.meshwork.local.state.MeshHome;
import io.meshwork.local.state.PlatformState;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@code mesh up} in a process that outlives us, and shows what it prints until the mesh is ready. Where it is then, we say
 * ourselves: it has been ready for a moment before it could say so.
 */
record BackgroundUp(MeshHome home, List<String> arguments, PrintWriter out, Begun begun) {

    int run() throws IOException, InterruptedException {
        home.create();
        Path output = home.log("up");
        Files.deleteIfExists(output);
        Process process = start(output);
        long shown = 0;
        Optional<PlatformState> ready = Optional.empty();
        while (ready.isEmpty() && !process.waitFor(200, TimeUnit.MILLISECONDS)) {
            ready = ready(process);
            shown = show(output, shown);
        }
        show(output, shown);
        if (!process.isAlive()) {
            return process.exitValue();
        }
        ready.ifPresent(state -> Addresses.print(out, state, begun));
        out.println("It runs in the background.");
        out.flush();
        return ExitCodes.OK;
    }

    private Process start(Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("CLASSPATH", Jvm.ownClassPath());
        return builder.start();
    }

    /** With our own JVM options: the script knows how large the mesh is. */
    private List<String> command() {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "trap '' HUP INT; exec \"$@\"", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !StartCache.isOption(option))
                .forEach(command::add);
        command.addAll(new Programs(Path.of(System.getProperty("mesh.dist")))
                .meshStartCache()
                .useOrRecord());
        command.add(Main.class.getName());
        command.addAll(arguments);
        return command;
    }

    private Optional<PlatformState> ready(Process process) {
        return home.running()
                .filter(state -> state.supervisor().pid() == process.pid())
                .filter(state -> state.phase() == PlatformState.Phase.READY);
    }

    private long show(Path output, long from) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(output.toFile(), "r")) {
            byte[] news = new byte[Math.toIntExact(file.length() - from)];
            file.seek(from);
            file.readFully(news);
            out.print(new String(news, StandardCharsets.UTF_8));
            out.flush();
            return from + news.length;
        }
    }
}
