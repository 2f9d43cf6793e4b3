package io.meshwork.cli.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a folder and below that say they are contracts, domains or templates; those whose names begin with a dot are left out.
 *
 * @param documents in the order of their paths
 * @param others files in YAML or JSON that say nothing of the kind
 */
public record DocumentFolder(List<Path> documents, int others) {

    private static final Pattern YAML_OR_JSON = Pattern.compile("(?i).*\\.(ya?ml|json)");
    private static final Pattern HIDDEN = Pattern.compile("\\..+");

    public static DocumentFolder read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file ->
                            YAML_OR_JSON.matcher(file.getFileName().toString()).matches())
                    .filter(file -> isVisible(folder.relativize(file)))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
        List<Path> documents = new ArrayList<>();
        for (Path file : files) {
            if (MeshDocument.isOurs(file)) {
                documents.add(file);
            }
        }
        return new DocumentFolder(documents, files.size() - documents.size());
    }

    private static boolean isVisible(Path inside) {
        for (Path part : inside) {
            if (HIDDEN.matcher(part.toString()).matches()) {
                return false;
            }
        }
        return true;
    }
}
