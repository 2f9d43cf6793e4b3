package io.meshwork.cli.webhook;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.Table;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code mesh webhook list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Lists the endpoints of your teams and how they are doing.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:listed", "2:wrong options", "5:the notifier does not answer"})
final class WebhookListCommand extends WebhookServiceCommand {

    @Option(names = "--team", paramLabel = "TEAM", description = "Only of this team.")
    private @Nullable String team;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    protected int run(ApiClient service) {
        ApiAnswer answer = service.list("webhooks?limit=200" + ApiClient.parameter("team", team));
        if (!(answer instanceof ApiAnswer.Found(var webhooks, var text))) {
            return tell("webhooks", answer);
        }
        output.write(out(), webhooks, table(webhooks));
        return ExitCode.OK;
    }

    private static List<String> table(JsonNode webhooks) {
        Table table = new Table(List.of("WEBHOOK", "TEAM", "STATE", "FAILURES", "PENDING", "LAST SUCCESS", "URL"));
        webhooks.forEach(webhook -> table.row(List.of(
                webhook.path("id").asString(""),
                webhook.path("team").asString(""),
                webhook.path("state").asString(""),
                webhook.path("health").path("failuresInRow").asString(""),
                webhook.path("health").path("pending").asString(""),
                Table.moment(webhook.path("health").path("lastSuccess")),
                webhook.path("url").asString(""))));
        return table.lines();
    }
}
