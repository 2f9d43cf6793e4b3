package io.meshwork.local.process;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Java program to run as a process of its own, on the JDK we run on.
 *
 * @param home the platform's state folder; part of the command line, so that people and we can tell meshes apart
 * @param mainClass found on {@code classPath}
 * @param options of the JVM
 */
public record Jvm(
        Path home,
        String mainClass,
        String classPath,
        List<String> options,
        List<String> arguments,
        Map<String, String> environment) {

    /** For programs that log through Logback: to their standard output, which is their log file. */
    public static final String LOG_TO_CONSOLE = "-Dlogback.configurationFile=io/meshwork/local/logback-child.xml";

    /** Ctrl-C reaches the whole process group; only the supervisor may act on it, so that parts stop in order. */
    private static final List<String> DEAF_TO_CTRL_C = List.of("sh", "-c", "trap '' INT; exec \"$@\"", "sh");

    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    public static String ownClassPath() {
        return System.getProperty("java.class.path");
    }

    /** A program that must not see our libraries: its own class path, and what it needs of us to end with us. */
    public static String classPathOf(List<Path> program) {
        try {
            Path ours = Path.of(ChildMain.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Stream.concat(program.stream(), Stream.of(ours))
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("our own jar cannot be located", e);
        }
    }

    /** Starts it; what it prints is appended to the log file. */
    Process start(File log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        // Keeps the command line short enough to be read in a process list.
        builder.environment().put("CLASSPATH", classPath);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(DEAF_TO_CTRL_C);
        command.add(JAVA);
        command.add("-Dmesh.home=" + home);
        command.addAll(options);
        command.add(ChildMain.class.getName());
        command.add(String.valueOf(ProcessHandle.current().pid()));
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }
}
