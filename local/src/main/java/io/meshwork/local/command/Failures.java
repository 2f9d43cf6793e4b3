package io.meshwork.local.command;

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
        command.getErr().println(failed + "\nThe stack trace is in mesh.log; see: mesh logs mesh");
        return ExitCodes.FAILED;
    }
}
