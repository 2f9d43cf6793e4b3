package io.meshwork.cli;

/** What a script learns from {@code mesh}; 2 is also picocli's answer to wrong options. */
public final class ExitCode {

    public static final int OK = 0;
    /** Understood and refused: an invalid contract, a breaking change, a rejected submission, a topic that cannot be made right. */
    public static final int REFUSED = 1;
    /** The command itself is wrong, or a file it names cannot be read. */
    public static final int USAGE = 2;
    /** Accepted, but not decided while we waited. */
    public static final int PENDING = 4;
    /** Broker, registry or catalog did not answer; trying again may help. */
    public static final int UNREACHABLE = 5;

    private ExitCode() {}
}
