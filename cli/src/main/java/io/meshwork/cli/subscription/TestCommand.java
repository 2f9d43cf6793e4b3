package io.meshwork.cli.subscription;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mesh subscription test}. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Sends a test message the way that all others go, also while the subscription is paused.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:sent, or waiting for its channel",
            "1:there is no such subscription, it has ended, it is not allowed, or the message cannot be sent",
            "2:wrong options",
            "4:taken but not decided yet",
            "5:the notifier does not answer"
        })
final class TestCommand extends NotifierCommand {

    @Parameters(paramLabel = "SUBSCRIPTION", description = "Id of the subscription.")
    private String subscription = "";

    @Override
    protected int run(ApiClient service) {
        var answer = service.post(path(subscription) + "/test", Map.of());
        if (!(answer instanceof ApiAnswer.Found(var told, var text))) {
            return tell(subscription, answer);
        }
        var state = told.path("delivery").asString("");
        if (state.equals("suppressed")) {
            err().println(subscription + ": the test message cannot be sent: "
                    + told.path("reason").asString(""));
            return ExitCode.REFUSED;
        }
        out().println("Test message " + told.path("notificationId").asString("") + " of subscription " + subscription
                + ": " + state + ".");
        return ExitCode.OK;
    }
}
