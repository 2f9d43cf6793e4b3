package io.meshwork.policy.define.files;

import io.meshwork.policy.define.PolicyFile;
import io.meshwork.policy.document.PolicyReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The files as they are right now, by name. */
@Component
class PolicyFolder {

    private static final String STARTER_PACK = "classpath:policies/starter/*.yaml";

    /** A few bytes more than a policy may have: enough for the reader to see that a file is too large. */
    private static final int MOST_BYTES = PolicyReader.MAX_BYTES + 8;

    private final PolicyFolderSettings settings;

    PolicyFolder(PolicyFolderSettings settings) {
        this.settings = settings;
    }

    String name() {
        Path folder = settings.folder();
        return folder == null ? "the starter pack" : folder.toString();
    }

    List<PolicyFile> read() throws IOException {
        Path folder = settings.folder();
        return folder == null ? starterPack() : files(folder);
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

    private static List<PolicyFile> starterPack() throws IOException {
        List<PolicyFile> files = new ArrayList<>();
        for (Resource resource : new PathMatchingResourcePatternResolver().getResources(STARTER_PACK)) {
            files.add(file(String.valueOf(resource.getFilename()), resource.getInputStream()));
        }
        files.sort(Comparator.comparing(PolicyFile::name));
        return files;
    }

    private static PolicyFile file(String name, InputStream content) throws IOException {
        try (content) {
            return new PolicyFile(name, new String(content.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
        }
    }
}
