package io.meshwork.local;

import io.meshwork.local.command.MeshCommand;

/** {@code mesh}, as the script of that name starts it. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        int exitCode = MeshCommand.create().execute(arguments);
        System.exit(exitCode);
    }
}
