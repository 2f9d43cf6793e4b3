package io.meshwork.notifier.matching.jdbc;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Snapshots as PostgreSQL writes them: {@code xmin:xmax:running,running,…}. */
final class SnapshotText {

    private SnapshotText() {}

    /**
     * The snapshot in which the transaction that took it is still running. PostgreSQL leaves it out of those that run, since it sees
     * its own changes; what it has yet to change would then count as seen.
     *
     * @param reader the transaction, null when it has no number yet
     */
    static String without(String snapshot, @Nullable String reader) {
        var parts = snapshot.split(":", -1);
        if (reader == null || new BigInteger(reader).compareTo(new BigInteger(parts[1])) >= 0) {
            return snapshot;
        }
        var running = parts[2].isEmpty() ? Stream.<String>empty() : Arrays.stream(parts[2].split(","));
        return parts[0] + ":" + parts[1] + ":"
                + Stream.concat(running, Stream.of(reader))
                        .map(BigInteger::new)
                        .distinct()
                        .sorted()
                        .map(BigInteger::toString)
                        .collect(Collectors.joining(","));
    }
}
