package io.meshwork.local.state;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a part is to be found.
 *
 * @param port on the loopback address
 * @param process its own process, perhaps ended; null when it lives in the supervisor
 * @param health answers 200 to GET when the part is well; null when accepting connections has to be enough
 * @param url what a person opens, null when there is nothing to see
 */
public record PartState(
        String name,
        int port,
        String version,
        @Nullable Running process,
        @Nullable URI health,
        @Nullable URI url) {

    /**
     * A process, told apart from a later one with the same number by its start.
     */
    public record Running(long pid, Instant startedAt) {

        public static Running of(ProcessHandle process) {
            return new Running(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
        }

        public static Running current() {
            return of(ProcessHandle.current());
        }
    }
}
