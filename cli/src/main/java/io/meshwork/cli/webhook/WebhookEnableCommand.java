package io.meshwork.cli.webhook;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mesh webhook enable}. */
@Command(
        name = "enable",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Sends to an endpoint again, at once, whatever has failed before.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:enabled",
            "1:there is no such endpoint, or not allowed",
            "2:wrong options",
            "5:the notifier does not answer"
        })
final class WebhookEnableCommand extends WebhookServiceCommand {

    @Parameters(paramLabel = "WEBHOOK", description = "Id of the endpoint.")
    private String webhook = "";

    @Override
    protected int run(ApiClient service) {
        ApiAnswer answer = service.put(path(webhook) + "/state", Map.of("state", "enabled"));
        if (answer instanceof ApiAnswer.Found) {
            out().println("Webhook " + webhook + " is enabled; mesh webhook replay sends what was missed.");
            return ExitCode.OK;
        }
        return tell(webhook, answer);
    }
}
