package io.meshwork.quality.engine.duckdb;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Lets a contract name files under one folder, and nothing else. */
final class Confinement {

    private static final Pattern SPECIAL = Pattern.compile("[*?\\[\\]{}\\\\\\p{Cntrl}]");
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    private final Path root;

    Confinement(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    sealed interface Result {}

    /** @param path real, absolute, a regular file */
    record Inside(Path path, long bytes) implements Result {}

    record Outside(String reason) implements Result {}

    static boolean hasSpecialCharacter(String path) {
        return SPECIAL.matcher(path).find();
    }

    Result resolve(String location) {
        if (hasSpecialCharacter(location)) {
            return new Outside("the location " + location.replaceAll("\\p{Cntrl}", "?")
                    + " has wildcards or control characters; name one file");
        }
        try {
            return resolve(location, relative(location));
        } catch (IllegalArgumentException notAPath) {
            return new Outside("the location " + location + " is not a path; write it relative to the data root");
        } catch (NoSuchFileException missing) {
            return new Outside("there is no file " + location + " under the data root");
        } catch (IOException unreadable) {
            return new Outside("the file " + location + " cannot be read: "
                    + unreadable.getClass().getSimpleName());
        }
    }

    /** A {@code file:} URL may be absolute, as long as it leads under the root. */
    private Path relative(String location) {
        if (!location.regionMatches(true, 0, "file:", 0, 5)) {
            return Path.of(location);
        }
        String rest = location.substring(5);
        if (!rest.startsWith("/")) {
            return Path.of(rest);
        }
        Path absolute = Path.of(URI.create("file://" + rest.replaceFirst("^/+", "/")));
        return absolute.normalize().equals(absolute) && absolute.startsWith(root)
                ? root.relativize(absolute)
                : absolute;
    }

    private Result resolve(String location, Path path) throws IOException {
        if (SCHEME.matcher(path.toString()).matches()) {
            return new Outside(
                    "the location " + location + " is not reachable from here; only files under the data root are");
        }
        if (path.isAbsolute()) {
            return new Outside("the location " + location + " is an absolute path; write it relative to the data root");
        }
        if (StreamSupport.stream(path.spliterator(), false)
                .anyMatch(part -> part.toString().equals(".."))) {
            return new Outside("the location " + location + " leads out of the data root; remove `..`");
        }
        return real(location, path);
    }

    private Result real(String location, Path path) throws IOException {
        Path real = root.resolve(path).toRealPath();
        if (!real.startsWith(root.toRealPath())) {
            return new Outside("the location " + location + " is a link that leads out of the data root");
        }
        if (hasSpecialCharacter(real.toString())) {
            return new Outside("the location " + location + " is a link to a name with wildcards");
        }
        if (!Files.isRegularFile(real)) {
            return new Outside("the location " + location + " is a directory; name one file");
        }
        return new Inside(real, Files.size(real));
    }
}
