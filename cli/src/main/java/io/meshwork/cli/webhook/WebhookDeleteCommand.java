package io.meshwork.cli.webhook;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mesh webhook delete}. */
@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Deletes an endpoint; what waits for it is suppressed.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:deleted",
            "1:there is no such endpoint, or not allowed",
            "2:wrong options",
            "5:the notifier does not answer"
        })
final class WebhookDeleteCommand extends WebhookServiceCommand {

    @Parameters(paramLabel = "WEBHOOK", description = "Id of the endpoint.")
    private String webhook = "";

    @Override
    protected int run(ApiClient service) {
        ApiAnswer answer = service.delete(path(webhook));
        if (answer instanceof ApiAnswer.Found) {
            out().println("Webhook " + webhook + " is deleted.");
            return ExitCode.OK;
        }
        return tell(webhook, answer);
    }
}
