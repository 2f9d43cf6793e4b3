package io.meshwork.cli.subscription;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A command that turns a subscription on or off. */
@Command(
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done, now or before",
            "1:there is no such subscription, it has ended, or it is not allowed",
            "2:wrong options",
            "4:taken but not decided yet",
            "5:the notifier does not answer"
        })
abstract class TurnCommand extends NotifierCommand {

    @Parameters(paramLabel = "SUBSCRIPTION", description = "Id of the subscription.")
    private String subscription = "";

    abstract ApiAnswer turn(ApiClient service, String path);

    /** What is now true of it. */
    abstract String done();

    @Override
    protected final int run(ApiClient service) {
        var answer = turn(service, path(subscription));
        if (answer instanceof ApiAnswer.Found) {
            out().println("Subscription " + subscription + " " + done() + ".");
            return ExitCode.OK;
        }
        return tell(subscription, answer);
    }
}
