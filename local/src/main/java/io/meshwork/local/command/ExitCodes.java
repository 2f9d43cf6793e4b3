package io.meshwork.local.command;

/** Exit codes of {@code mesh}; the script adds its own for a failed build (1) and a missing JDK (5); commands that talk to a mesh have those of the CLI. */
final class ExitCodes {

    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int DOWN = 3;
    static final int PORT_TAKEN = 5;

    private ExitCodes() {}
}
