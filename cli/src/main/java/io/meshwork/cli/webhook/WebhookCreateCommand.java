package io.meshwork.cli.webhook;

import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mesh webhook create}. */
@Command(
        name = "create",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = {
            "Creates an endpoint of a team, to which subscriptions with channel webhook send.",
            "Prints its secret, which is told this once: receivers verify requests with it."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:created",
            "1:not valid, not allowed, the id is taken, or webhooks are off",
            "2:wrong options",
            "5:the notifier does not answer"
        })
final class WebhookCreateCommand extends WebhookServiceCommand {

    @Parameters(paramLabel = "WEBHOOK", description = "Id of the endpoint.")
    private String webhook = "";

    @Option(names = "--team", required = true, paramLabel = "TEAM", description = "Team that owns it.")
    private String team = "";

    @Option(
            names = "--url",
            required = true,
            paramLabel = "URL",
            description =
                    "Where requests go: https://host/path. Hosts with private addresses are refused unless operators allow them.")
    private String url = "";

    @Override
    protected int run(ApiClient service) {
        ApiAnswer answer = service.post("webhooks", Map.of("id", webhook, "team", team, "url", url));
        if (answer instanceof ApiAnswer.Found(var body, var text)) {
            out().println("Webhook " + webhook + " of " + team + " is created.");
            return tellSecret(body);
        }
        return tell(webhook, answer);
    }
}
