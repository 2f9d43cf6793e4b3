package io.meshwork.policy.define.files;

import io.meshwork.policy.define.PolicyFile;
import io.meshwork.policy.document.PolicyReader;
import io.meshwork.policy.pack.Pack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The files as they are right now, by name. */
@Component
class PolicyFolder {

    /** A few bytes more than a policy may have: enough for the reader to see that a file is too large. */
    private static final int MOST_BYTES = PolicyReader.MAX_BYTES + 8;

    private final PolicyFolderSettings settings;

    PolicyFolder(PolicyFolderSettings settings) {
        this.settings = settings;
    }

    String name() {
        Path folder = settings.folder();
        return folder == null
                ? settings.packs().stream().map(Pack::text).sorted().collect(Collectors.joining(", ", "packs: ", ""))
                : folder.toString();
    }

    List<PolicyFile> read() throws IOException {
        Path folder = settings.folder();
        return folder == null ? packs() : files(folder);
    }

    private static List<PolicyFile> files(Path folder) throws IOException {
        List<PolicyFile> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(PolicyFolder::isPolicy).sorted().toList()) {
                files.add(file(file.getFileName().toString(), Files.newInputStream(file)));
            }
        }
        return files;
    }

    private static boolean isPolicy(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(file);
    }

    private List<PolicyFile> packs() {
        return settings.packs().stream()
                .flatMap(pack -> pack.files().stream()
                        .map(file -> new PolicyFile(pack.text() + "/" + file.name(), file.document())))
                .sorted(Comparator.comparing(PolicyFile::name))
                .toList();
    }

    private static PolicyFile file(String name, InputStream content) throws IOException {
        try (content) {
            return new PolicyFile(name, new String(content.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
        }
    }
}
