package io.meshwork.cli.notification;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Moment;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.Table;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.ApiCommand;
import io.meshwork.cli.connection.LocalDefaults;
import io.meshwork.cli.connection.NotifierOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code mesh notifications}. */
@Command(
        name = "notifications",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        subcommands = NotificationReplayCommand.class,
        description = {
            "Shows who was told of what, when and how, newest first; for ops.",
            "Was a team told? mesh notifications --team sales --product cart.carts"
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:shown, also when there is none",
            "1:not allowed, or a filter that is not understood",
            "2:wrong options",
            "5:the notifier does not answer"
        })
public final class NotificationsCommand extends ApiCommand {

    @Option(names = "--team", paramLabel = "TEAM", description = "Only to subscriptions of this team.")
    private @Nullable String team;

    @Option(names = "--subscription", paramLabel = "SUBSCRIPTION", description = "Only to this subscription.")
    private @Nullable String subscription;

    @Option(names = "--product", paramLabel = "PRODUCT", description = "Only about this product.")
    private @Nullable String product;

    @Option(names = "--event", paramLabel = "TYPE", description = "Only of this kind of news, such as published.")
    private @Nullable String event;

    @Option(names = "--channel", paramLabel = "CHANNEL", description = "Only by this channel, such as slack.")
    private @Nullable String channel;

    @Option(names = "--state", paramLabel = "STATE", description = "Only waiting, sent, failed or suppressed ones.")
    private @Nullable String state;

    @Option(
            names = "--since",
            paramLabel = "MOMENT",
            converter = Moment.Converter.class,
            description = "Only those since then: " + Moment.PAST + ".")
    private @Nullable Moment since;

    @Option(
            names = "--until",
            paramLabel = "MOMENT",
            converter = Moment.Converter.class,
            description = "Only those before then, written like --since.")
    private @Nullable Moment until;

    @Option(
            names = "--limit",
            paramLabel = "NUMBER",
            defaultValue = "50",
            description = "At most so many, up to 500. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Mixin
    private final NotifierOptions options = new NotifierOptions();

    @Override
    protected ApiClient client() {
        return new ApiClient("notifier", options.notifier(), options.token());
    }

    @Override
    protected int run(ApiClient service) {
        var answer = service.get("notifications?limit=" + limit
                + ApiClient.parameter("subscriber", team)
                + ApiClient.parameter("subscription", subscription)
                + ApiClient.parameter("product", product)
                + ApiClient.parameter("kind", event)
                + ApiClient.parameter("channel", channel)
                + ApiClient.parameter("state", state)
                + ApiClient.parameter(
                        "from", since == null ? null : since.beginning().toString())
                + ApiClient.parameter(
                        "until", until == null ? null : until.beginning().toString()));
        if (!(answer instanceof ApiAnswer.Found(var page, var text))) {
            return tell("notifications", answer);
        }
        output.write(out(), page.path("items"), table(page.path("items")));
        if (page.path("next").isString()) {
            err().println("There are more; name more filters, or a higher --limit.");
        }
        return ExitCode.OK;
    }

    private static List<String> table(JsonNode notifications) {
        var table = new Table(List.of(
                "RECORDED",
                "KIND",
                "HEADLINE",
                "SUBSCRIPTION",
                "CHANNEL",
                "STATE",
                "ATTEMPTS",
                "SENT AT",
                "REASON",
                "ID"));
        notifications.forEach(one -> table.row(List.of(
                Table.moment(one.path("recordedAt")),
                text(one, "kind"),
                text(one, "headline"),
                text(one, "subscription"),
                text(one, "channel"),
                text(one, "state"),
                text(one, "attempts"),
                text(one, "state").equals("sent") ? Table.moment(one.path("settledAt")) : "",
                text(one, "reason"),
                text(one, "id"))));
        return table.lines();
    }

    /** Without what a terminal would obey instead of showing it. */
    private static String text(JsonNode one, String field) {
        return one.path(field).asString("").replaceAll("\\p{C}", "?");
    }
}
