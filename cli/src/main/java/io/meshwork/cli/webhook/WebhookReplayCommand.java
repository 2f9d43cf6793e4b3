package io.meshwork.cli.webhook;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Moment;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mesh webhook replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = {
            "Sends again what failed or was suppressed, in its old order and with its old ids.",
            "Receivers recognise by webhook-id what they had before."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:replayed",
            "1:there is no such endpoint, it is not enabled, or not allowed",
            "2:wrong options",
            "5:the notifier does not answer"
        })
final class WebhookReplayCommand extends WebhookServiceCommand {

    @Parameters(paramLabel = "WEBHOOK", description = "Id of the endpoint.")
    private String webhook = "";

    @Option(
            names = "--since",
            paramLabel = "MOMENT",
            converter = Moment.Converter.class,
            description = "Only what failed since then: " + Moment.PAST + ". Default: everything that is kept.")
    private @Nullable Moment since;

    @Override
    protected int run(ApiClient service) {
        ApiAnswer answer = service.post(
                path(webhook) + "/replays",
                since == null ? Map.of() : Map.of("since", since.beginning().toString()));
        if (answer instanceof ApiAnswer.Found(var body, var text)) {
            out().println(body.path("notifications").asInt(0) + " notifications are sent again.");
            return ExitCode.OK;
        }
        return tell(webhook, answer);
    }
}
