package io.meshwork.cli.webhook;

import io.meshwork.cli.Table;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mesh webhook rotate}. */
@Command(
        name = "rotate",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = {
            "Gives an endpoint a new secret, and prints it this once.",
            "The former one signs beside it for a time (24 hours), so that receivers can be changed without a gap."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:rotated",
            "1:there is no such endpoint, or not allowed",
            "2:wrong options",
            "5:the notifier does not answer"
        })
final class WebhookRotateCommand extends WebhookServiceCommand {

    @Parameters(paramLabel = "WEBHOOK", description = "Id of the endpoint.")
    private String webhook = "";

    @Option(names = "--now", description = "The former secret signs no longer, because others may know it.")
    private boolean now;

    @Override
    protected int run(ApiClient service) {
        ApiAnswer answer = service.post(path(webhook) + "/secrets", Map.of("now", now));
        if (answer instanceof ApiAnswer.Found(var body, var text)) {
            String until = Table.moment(body.path("webhook").path("formerSecretUntil"));
            out().println("Webhook " + webhook + " has a new secret; the former one "
                    + (until.isEmpty() ? "signs no longer." : "signs, too, until " + until + "."));
            return tellSecret(body);
        }
        return tell(webhook, answer);
    }
}
