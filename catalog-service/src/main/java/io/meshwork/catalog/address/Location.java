package io.meshwork.catalog.address;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as people write them into contracts. */
final class Location {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.+");
    private static final Pattern AZURE_HOST =
            Pattern.compile("https?://([a-z0-9-]+)\\.(?:blob|dfs)\\.core\\.windows\\.net/([^/]+)/?(.*)");

    private Location() {}

    /** Empty when the text names no system, or not a single thing in it. */
    static Optional<Address> read(String written) {
        String text = written.strip();
        if (text.startsWith("/")) {
            return Optional.of(Address.of("file", withoutPattern(text)));
        }
        if (!namesASystem(text)) {
            return Optional.empty();
        }
        var azure = AZURE_HOST.matcher(text);
        return azure.matches()
                ? url("abfss://" + azure.group(2) + "@" + azure.group(1) + "/" + azure.group(3))
                : url(text);
    }

    /** Without slashes it could as well be a host and its port. */
    private static boolean namesASystem(String text) {
        int colon = text.indexOf(':');
        return SCHEME.matcher(text).matches()
                && (text.startsWith("//", colon + 1)
                        || DataSystem.of(DataSystem.scheme(text.substring(0, colon))) != DataSystem.OTHER);
    }

    private static Optional<Address> url(String text) {
        int colon = text.indexOf(':');
        String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
        if (scheme.equals("jdbc")) {
            return Optional.empty();
        }
        if (!text.startsWith("//", colon + 1)) {
            return Optional.of(Address.of(scheme, text.substring(colon + 1)));
        }
        int path = text.indexOf('/', colon + 3);
        String namespace = path < 0 ? text : text.substring(0, path);
        String name = path < 0 ? "" : text.substring(path + 1);
        return switch (DataSystem.of(DataSystem.scheme(scheme))) {
            case FILES -> file(namespace, name);
            case TABLES, TOPICS -> name.isEmpty() ? Optional.empty() : Optional.of(Address.of(namespace, name));
            case OTHER -> Optional.of(Address.of(namespace, name));
        };
    }

    /** A pattern that matches everything in a bucket says nothing. */
    private static Optional<Address> file(String namespace, String name) {
        String path = withoutPattern(name);
        return path.isEmpty() && !name.isEmpty() ? Optional.empty() : Optional.of(Address.of(namespace, path));
    }

    /** The folder in which every file matches, for a path with wildcards. */
    private static String withoutPattern(String path) {
        int wildcard = 0;
        while (wildcard < path.length() && "*?[{".indexOf(path.charAt(wildcard)) < 0) {
            wildcard++;
        }
        return wildcard == path.length() ? path : path.substring(0, Math.max(0, path.lastIndexOf('/', wildcard)));
    }
}
