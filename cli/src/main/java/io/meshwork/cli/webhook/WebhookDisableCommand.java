package io.meshwork.cli.webhook;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mesh webhook disable}. */
@Command(
        name = "disable",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Sends nothing to an endpoint; what waits is suppressed, and can be replayed.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:disabled",
            "1:there is no such endpoint, or not allowed",
            "2:wrong options",
            "5:the notifier does not answer"
        })
final class WebhookDisableCommand extends WebhookServiceCommand {

    @Parameters(paramLabel = "WEBHOOK", description = "Id of the endpoint.")
    private String webhook = "";

    @Override
    protected int run(ApiClient service) {
        ApiAnswer answer = service.put(path(webhook) + "/state", Map.of("state", "disabled"));
        if (answer instanceof ApiAnswer.Found) {
            out().println("Webhook " + webhook + " is disabled.");
            return ExitCode.OK;
        }
        return tell(webhook, answer);
    }
}
