package io.meshwork.catalog.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where data is, in the one spelling that is compared: {@code s3://bucket/path}, {@code postgres://host/db.schema.table},
 * {@code kafka://host/topic}. Follows the naming rules of OpenLineage (openlineage.io/docs/spec/naming), and evens out what its
 * integrations write differently: schemes with several names, default ports, slashes at either end of a path, quotes and case
 * of tables. Without a server, {@code table:db.schema.table} and {@code topic:name}.
 *
 * @param text the spelling; not meant for people
 */
public record Address(String text) {

    /** Folders above a path that are looked up, so that a partition is found to belong to its table. */
    private static final int MOST_FOLDERS = 16;

    private static final Pattern QUOTES = Pattern.compile("[`\"\\[\\]]");
    private static final Pattern DATABASE = Pattern.compile("(?i);database(?:Name)?=([^;]+)");
    private static final Pattern SLASHES = Pattern.compile("/{2,}");

    /** A dataset by OpenLineage's two-part name. Never fails: what follows no rule is taken as written. */
    public static Address of(String namespace, String name) {
        int colon = namespace.indexOf(':');
        String scheme = DataSystem.scheme(colon < 0 ? namespace : namespace.substring(0, colon));
        String rest = colon < 0 ? "" : namespace.substring(colon + 1);
        return switch (DataSystem.of(scheme)) {
            case FILES -> file(scheme, rest, name);
            case TABLES -> table(scheme, rest, name);
            case TOPICS -> new Address(scheme + "://" + DataSystem.authority(scheme, authority(rest)) + "/" + name);
            case OTHER -> new Address(namespace + (namespace.endsWith("/") || name.startsWith("/") ? "" : "/") + name);
        };
    }

    /** A table whose server is not stated. */
    static Address table(String name) {
        return new Address("table:" + plainTable(name));
    }

    /** A topic whose broker is not stated. */
    static Address topic(String name) {
        return new Address("topic:" + name);
    }

    /** A product as a whole. */
    public static Address product(String productId) {
        return new Address("product:" + productId);
    }

    /** Whatever keeps the data contract with this id. */
    static Address contract(String contractId) {
        return new Address("contract:" + contractId);
    }

    private static Address file(String scheme, String rest, String name) {
        String authority = authority(rest);
        String folder = rest.startsWith("//") ? rest.substring(2 + authority.length()) : rest;
        String path = SLASHES.matcher(folder + "/" + name).replaceAll("/");
        return scheme.equals("file")
                ? new Address("file:/" + strip(path))
                : new Address(scheme + "://" + DataSystem.authority(scheme, authority) + "/" + strip(path));
    }

    /** Older integrations write the database of a SQL Server into the namespace. */
    private static Address table(String scheme, String rest, String name) {
        String server = authority(rest);
        int option = server.indexOf(';');
        String database = "";
        if (option >= 0) {
            database = DATABASE.matcher(server)
                    .results()
                    .map(found -> found.group(1) + ".")
                    .findFirst()
                    .orElse("")
                    .toLowerCase(Locale.ROOT);
            server = server.substring(0, option);
        }
        return new Address(scheme + "://" + DataSystem.authority(scheme, server) + "/" + database + plainTable(name));
    }

    private static String plainTable(String name) {
        return QUOTES.matcher(strip(name)).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Between the slashes of {@code //authority/…}; without them the whole. */
    private static String authority(String rest) {
        if (!rest.startsWith("//")) {
            return rest.startsWith("/") ? "" : rest;
        }
        int end = rest.indexOf('/', 2);
        return end < 0 ? rest.substring(2) : rest.substring(2, end);
    }

    private static String strip(String path) {
        int from = 0;
        int to = path.length();
        while (from < to && path.charAt(from) == '/') {
            from++;
        }
        while (to > from && path.charAt(to - 1) == '/') {
            to--;
        }
        return path.substring(from, to);
    }

    /**
     * Under which addresses a port may say that it has this data, the most exact first: its own, the same without a server, the
     * folders above.
     */
    public List<Address> lookUps() {
        List<Address> all = new ArrayList<>(List.of(this));
        int colon = text.indexOf("://");
        String scheme = colon < 0 ? text.substring(0, Math.max(0, text.indexOf(':'))) : text.substring(0, colon);
        switch (DataSystem.of(scheme)) {
            case TABLES -> all.add(table(text.substring(text.indexOf('/', colon + 3) + 1)));
            case TOPICS -> all.add(topic(text.substring(text.indexOf('/', colon + 3) + 1)));
            case FILES -> addFolders(all, colon < 0 ? "file:/".length() : text.indexOf('/', colon + 3) + 1);
            case OTHER -> {}
        }
        return all;
    }

    private void addFolders(List<Address> all, int root) {
        int end = text.lastIndexOf('/');
        while (end > root && all.size() <= MOST_FOLDERS) {
            all.add(new Address(text.substring(0, end)));
            end = text.lastIndexOf('/', end - 1);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
