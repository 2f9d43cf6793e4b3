package io.meshwork.quality.engine.duckdb.worker;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a worker could be that was taken over or is broken: it does what its queries say. */
public final class FakeProgram {

    private FakeProgram() {}

    static Program into(Path folder) throws IOException {
        return new Program(
                FakeProgram.class.getName(), List.of(placeOf(FakeProgram.class), placeOf(Wire.class)), folder);
    }

    private static Path placeOf(Class<?> part) throws IOException {
        try {
            return Path.of(
                    part.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    public static void main(String[] arguments) throws Exception {
        InputStream in = new FileInputStream(FileDescriptor.in);
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        out.write(Wire.ready());
        for (Optional<Request> next = Wire.request(in); next.isPresent(); next = Wire.request(in)) {
            switch (next.get()) {
                case Request.Open open -> out.write(Wire.ready());
                case Request.Ask ask -> out.write(answer(ask.query()));
                case Request.Close close -> {}
            }
        }
    }

    private static byte[] answer(String query) throws Exception {
        return switch (query) {
            case "pid" -> Wire.frame(new Answer.Value(ProcessHandle.current().pid()));
            case "environment" -> Wire.frame(new Answer.Refused(new TreeMap<>(System.getenv()).toString()));
            case "folder" -> Wire.frame(new Answer.Refused(list(Path.of(""))));
            case "files" -> Wire.frame(new Answer.Refused(list(Path.of("/proc/self/fd"))));
            case "noise" -> "Hello, world".getBytes(StandardCharsets.UTF_8);
            case "a gigabyte" -> new byte[] {0x40, 0, 0, 0};
            case "another kind" -> Wire.ready();
            case "exit" -> {
                Runtime.getRuntime().halt(7);
                yield new byte[0];
            }
            case "silence" -> {
                Thread.currentThread().join();
                yield new byte[0];
            }
            default -> Wire.frame(new Answer.Value(1));
        };
    }

    private static String list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(FakeProgram::target).collect(Collectors.joining("\n"));
        }
    }

    private static String target(Path link) {
        try {
            return Files.isSymbolicLink(link) ? Files.readSymbolicLink(link).toString() : link.toString();
        } catch (IOException gone) {
            return "";
        }
    }
}
