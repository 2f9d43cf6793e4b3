package io.meshwork.cli.webhook;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.Table;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code mesh webhook show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Shows an endpoint and how it is doing.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:found",
            "1:there is no such endpoint, or not allowed",
            "2:wrong options",
            "5:the notifier does not answer"
        })
final class WebhookShowCommand extends WebhookServiceCommand {

    @Parameters(paramLabel = "WEBHOOK", description = "Id of the endpoint.")
    private String webhook = "";

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    protected int run(ApiClient service) {
        ApiAnswer answer = service.get(path(webhook));
        if (!(answer instanceof ApiAnswer.Found(var found, var text))) {
            return tell(webhook, answer);
        }
        output.write(out(), found, lines(found));
        return ExitCode.OK;
    }

    private static List<String> lines(JsonNode webhook) {
        JsonNode health = webhook.path("health");
        List<String> lines = new ArrayList<>();
        lines.add(text(webhook, "id") + ": " + text(webhook, "state")
                + (webhook.has("reason") ? ", " + text(webhook, "reason") : ""));
        lines.add("team          " + text(webhook, "team"));
        lines.add("url           " + text(webhook, "url"));
        lines.add("created       " + moment(webhook, "createdAt") + " by " + text(webhook, "createdBy"));
        if (webhook.has("formerSecretUntil")) {
            lines.add("secrets       the former one signs, too, until " + moment(webhook, "formerSecretUntil"));
        }
        lines.add("pending       " + text(health, "pending"));
        lines.add("last success  " + (health.has("lastSuccess") ? moment(health, "lastSuccess") : "never"));
        if (health.has("lastFailure")) {
            lines.add("last failure  " + moment(health, "lastFailure") + ", " + text(health, "lastFailureReason"));
        }
        if (health.has("failingSince")) {
            lines.add("failing       since " + moment(health, "failingSince") + ", " + text(health, "failuresInRow")
                    + " times" + (health.has("nextTry") ? ", next try " + moment(health, "nextTry") : ""));
        }
        return lines;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private static String moment(JsonNode node, String field) {
        return Table.moment(node.path(field));
    }
}
