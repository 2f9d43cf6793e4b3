package io.meshwork.quality;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A database whose tables are checked where they are.
 *
 * @param url {@code jdbc:postgresql://host:port/database}; the only place that is ever connected to, whatever a contract says
 * @param username of a role that may read what contracts may be checked on, and nothing else
 * @param password null when the database wants none; better from the environment or a mounted secret than from a file
 * @param serves databases as contracts name them, {@code host/database} or {@code host:port/database}; {@code *} stands for anything
 *     within a part
 * @param scans at a time, and connections kept; default 4
 * @param connectTimeout after which the database does not answer, default 5 s, whole seconds
 */
record ConnectionSettings(
        String url,
        String username,
        @Nullable String password,
        List<String> serves,
        @DefaultValue("4") int scans,
        @DefaultValue("5s") Duration connectTimeout) {

    ConnectionSettings {
        if (url == null || !url.startsWith("jdbc:postgresql:") || username == null) {
            throw new IllegalArgumentException(
                    "a connection (mesh.quality.connections.<name>) needs a url that starts with jdbc:postgresql: and a username");
        }
        if (serves == null || serves.isEmpty() || scans < 1 || connectTimeout.toSeconds() < 1) {
            throw new IllegalArgumentException("a connection (mesh.quality.connections.<name>) needs serves, such as"
                    + " db.example.org/shop, scans >= 1 and a connect-timeout >= 1s");
        }
        serves = List.copyOf(serves);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return username + " at " + url.replaceFirst("\\?.*", "");
    }
}
