package io.meshwork.local.command;

/** Exit codes of {@code mesh}; the script adds its own for a failed build (1) and a missing JDK (5). */
final class ExitCodes {

    static final int OK = 0;
    static final int FAILED = 1;
    static final int DOWN = 3;
    static final int PORT_TAKEN = 4;

    private ExitCodes() {}
}
