package io.meshwork.cli.incident;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that does something about an incident. */
@Command(
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done, now or before",
            "1:there is no such incident, it is over, or it is not allowed",
            "2:wrong options",
            "4:taken but not decided yet",
            "5:the notifier does not answer"
        })
abstract class HandlingCommand extends IncidentServiceCommand {

    @Parameters(paramLabel = "NR", description = "Number of the incident.")
    private String incident = "";

    @Option(names = "--note", paramLabel = "TEXT", description = "For the others; at most 500 characters.")
    private @Nullable String note;

    /** The last part of the address. */
    abstract String action();

    /** What is now true of it. */
    abstract String done();

    @Override
    protected final int run(ApiClient service) {
        var answer = service.post(path(incident) + "/" + action(), note == null ? Map.of() : Map.of("note", note));
        if (answer instanceof ApiAnswer.Found) {
            out().println("Incident " + incident + " " + done() + ".");
            return ExitCode.OK;
        }
        return tell("incident " + incident, answer);
    }
}
