package io.meshwork.cli.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files that hold policies. */
final class PolicyFiles {

    private static final Pattern YAML_OR_JSON = Pattern.compile("(?i)[^.].*\\.(ya?ml|json)");
    private static final Pattern POLICY = Pattern.compile("(?m)^\\s*[{\"']*kind[\"']?\\s*:\\s*[\"']?Policy\\b");

    private PolicyFiles() {}

    /** The file itself; of a folder, every policy in it and below. */
    static List<Path> of(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        List<Path> policies = new ArrayList<>();
        try (Stream<Path> all = Files.walk(place)) {
            for (Path file : all.filter(PolicyFiles::isDocument).sorted().toList()) {
                if (POLICY.matcher(read(file)).find()) {
                    policies.add(file);
                }
            }
        }
        return policies;
    }

    private static boolean isDocument(Path file) {
        return YAML_OR_JSON.matcher(String.valueOf(file.getFileName())).matches() && Files.isRegularFile(file);
    }

    /** What is no UTF-8 is told by the reader, at its place. */
    static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
