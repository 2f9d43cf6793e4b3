package io.meshwork.local.command;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What nobody expected: a line for the person, the stack trace for the log. */
final class Failures implements IExecutionExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    @Override
    public int handleExecutionException(Exception failed, CommandLine command, ParseResult arguments) throws Exception {
        if (failed instanceof ParameterException wrongUsage) {
            throw wrongUsage;
        }
        log.atError().setCause(failed).log("Command failed");
        command.getErr().println(told(failed));
        command.getErr().println("More is in the log, unless it cannot be written either: mesh logs mesh");
        return ExitCodes.FAILED;
    }

    /** What we said ourselves, and the cause under it; of a fault that nobody foresaw, what it is. */
    private static String told(Throwable failed) {
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        boolean foreseen = failed instanceof UncheckedIOException && failed.getMessage() != null;
        return foreseen ? failed.getMessage() + " (" + reason(root) + ")" : failed.toString();
    }

    private static String reason(Throwable root) {
        return switch (root) {
            case AccessDeniedException denied -> "no right to write " + denied.getFile();
            case FileAlreadyExistsException file -> file.getFile() + " is a file";
            default -> root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        };
    }
}
