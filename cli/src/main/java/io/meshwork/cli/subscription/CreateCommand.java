package io.meshwork.cli.subscription;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.FilterOptions;
import io.meshwork.cli.Moment;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mesh subscription create}. */
@Command(
        name = "create",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = {
            "Subscribes a team to news. What no option names is open: without --product, --domain and --tag it hears of all products.",
            "With --replace it is as the options say, whatever it was before."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:subscribed, now or already",
            "1:not valid, not allowed, or there is another subscription of this id",
            "2:wrong options",
            "4:taken but not decided yet",
            "5:the notifier does not answer"
        })
final class CreateCommand extends NotifierCommand {

    @Parameters(paramLabel = "SUBSCRIPTION", description = "Its id: lower-case letters, digits and hyphens.")
    private String subscription = "";

    @Option(names = "--team", required = true, paramLabel = "TEAM", description = "Who subscribes.")
    private String team = "";

    @Option(names = "--contact", paramLabel = "ADDRESS", description = "Whom to ask there.")
    private @Nullable String contact;

    @Mixin
    private final FilterOptions filter = new FilterOptions();

    @Option(
            names = "--changed",
            paramLabel = "FIELD",
            description = "Only when one of these fields has changed, * as wildcard: orders.email; repeatable.")
    private List<String> changed = List.of();

    @Option(
            names = "--filter",
            paramLabel = "EXPRESSION",
            description =
                    "Only what this condition in CEL is true for: update.status == 'failed' && update.score < 0.9.")
    private @Nullable String expression;

    @Option(
            names = "--channel",
            paramLabel = "feed|slack|webhook|email",
            defaultValue = "feed",
            description = "How news comes. Default: ${DEFAULT-VALUE}, the topic product.updates.")
    private String channel = "";

    @Option(
            names = "--target",
            paramLabel = "TARGET",
            description = {
                "For slack a name that the operators gave, for webhook an endpoint (mesh webhook list),",
                "for email an address."
            })
    private @Nullable String target;

    @Option(
            names = "--until",
            paramLabel = "MOMENT",
            converter = Moment.Converter.class,
            description = "When it ends by itself: " + Moment.FUTURE + ".")
    private @Nullable Moment until;

    @Mixin
    private final ScheduleOptions schedule = new ScheduleOptions();

    @Mixin
    private final OwnTopicOptions ownTopic = new OwnTopicOptions();

    @Option(names = "--replace", description = "Change the subscription when there is one of this id.")
    private boolean replace;

    @Override
    protected int run(ApiClient service) {
        var answer = replace ? service.put(path(subscription), body()) : service.post(PATH, body());
        if (answer instanceof ApiAnswer.Found(var body, var text)) {
            out().println("Subscription " + subscription + " stands (revision "
                    + body.path("revision").asString("") + "). Try it: mesh subscription test " + subscription);
            return ExitCode.OK;
        }
        return tell(subscription, answer);
    }

    private Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", subscription);
        body.put("subscriber", team);
        filter.put(body);
        body.put("changedFields", changed);
        body.put("channel", channel);
        put(body, "filter", expression);
        ownTopic.put(body);
        put(body, "contact", contact);
        put(body, "target", target);
        put(body, "until", until == null ? null : until.ahead().toString());
        put(body, "schedule", schedule.body().isEmpty() ? null : schedule.body());
        return body;
    }

    private static void put(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}
