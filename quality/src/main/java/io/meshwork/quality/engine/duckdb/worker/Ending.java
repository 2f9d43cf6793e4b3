package io.meshwork.quality.engine.duckdb.worker;

/** Why a query has no answer, for its author. */
final class Ending {

    /** Java's exit code of a process is this and the number of the signal that ended it. */
    private static final int SIGNAL = 128;

    private static final int JAVA_OUT_OF_MEMORY = 3;

    private Ending() {}

    static String by(int exit) {
        int signal = exit - SIGNAL;
        return switch (signal) {
            case 9 ->
                "the query's process ended (signal 9), as a system ends what takes more memory than there is; write the"
                        + " query so that it keeps less at a time";
            case 4, 5, 6, 7, 8, 11 ->
                "the query's process ended (signal " + signal
                        + "): it broke down over the query, or had no more memory; write the query in another way";
            default ->
                exit == JAVA_OUT_OF_MEMORY
                        ? "the query's process ended: the query, or what it returns, does not fit into its memory; return"
                                + " one number"
                        : "the query's process ended (" + (signal > 0 ? "signal " + signal : "exit code " + exit)
                                + "); if it does again, write the query in another way";
        };
    }
}
