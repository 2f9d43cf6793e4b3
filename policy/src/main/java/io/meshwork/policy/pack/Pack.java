package io.meshwork.policy.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Policies that come along, each with its tests; {@code docs/policies} describes them. */
public enum Pack {
    STARTER("the least that a mesh needs"),
    INTEROPERABILITY("the same ways into every product, and no surprises"),
    DOCUMENTATION("using data without asking its makers"),
    SECURITY("knowing who gets confidential data, and that nobody else does"),
    PRIVACY("personal data used for a purpose, by few, and not for ever"),
    COMPLIANCE("what the law asks: legal bases, retention, regions, reviews");

    private final String purpose;

    Pack(String purpose) {
        this.purpose = purpose;
    }

    /** @param name of the file, such as {@code minimum-sla.yaml} */
    public record PackFile(String name, String document) {}

    /** As people write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String purpose() {
        return purpose;
    }

    public static Optional<Pack> of(String text) {
        return Arrays.stream(values()).filter(pack -> pack.text().equals(text)).findFirst();
    }

    public static List<String> texts() {
        return Arrays.stream(values()).map(Pack::text).toList();
    }

    /** By name. */
    public List<PackFile> files() {
        URL folder = Objects.requireNonNull(Pack.class.getResource("/policies/" + text()));
        try {
            URI place = folder.toURI();
            return place.getScheme().equals("jar") ? inJar(place) : in(Path.of(place));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A file system of its own, so that several readers do not close it for each other. */
    private List<PackFile> inJar(URI place) throws IOException {
        Path jar = Path.of(URI.create(place.getSchemeSpecificPart().split("!", 2)[0]));
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
            return in(files.getPath("policies", text()));
        }
    }

    private static List<PackFile> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(Pack::file).toList();
        }
    }

    private static PackFile file(Path file) {
        try {
            return new PackFile(String.valueOf(file.getFileName()), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
