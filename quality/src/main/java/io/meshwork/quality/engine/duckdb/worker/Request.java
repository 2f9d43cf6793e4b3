package io.meshwork.quality.engine.duckdb.worker;

import java.time.Duration;
import java.util.List;

/** What a worker is told. */
public sealed interface Request {

    /**
     * A scan begins: what is asked from now on is asked of this file.
     *
     * @param file real, absolute
     * @param timeout after which a query is given up
     */
    record Open(String file, long memoryMegabytes, int threads, Duration timeout, long spillMegabytes)
            implements Request {}

    /**
     * @param rows SQL for the rows of the file
     * @param names under which the query may read them
     */
    record Ask(String rows, List<String> names, String query) implements Request {

        public Ask {
            names = List.copyOf(names);
        }
    }

    /** The scan is over: the worker forgets the file and all that it was asked of it. */
    record Close() implements Request {}
}
