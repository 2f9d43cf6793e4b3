package io.meshwork.cli.notification;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Moment;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.ApiCommand;
import io.meshwork.cli.connection.LocalDefaults;
import io.meshwork.cli.connection.NotifierOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mesh notifications replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = {
            "Tries again what a channel refused for good, under the same ids; for ops, once the cause is mended.",
            "What was delivered is not sent again. mesh notifications --state failed shows what failed, with its id."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all wait for their channel again, or would",
            "1:one has not failed or is unknown, or not allowed; the others wait",
            "2:wrong options",
            "5:the notifier does not answer"
        })
final class NotificationReplayCommand extends ApiCommand {

    private static final String PATH = "notifications";

    /** One of the two. */
    static final class Which {

        @Parameters(arity = "1..*", paramLabel = "ID", description = "Ids of notifications.")
        private List<String> ids = new ArrayList<>();

        @Option(
                names = "--subscription",
                required = true,
                paramLabel = "SUBSCRIPTION",
                description = "All that failed of this subscription, the oldest first.")
        private @Nullable String subscription;
    }

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Which which;

    @Option(
            names = "--since",
            paramLabel = "MOMENT",
            converter = Moment.Converter.class,
            description = "With --subscription: only what failed since then: " + Moment.PAST + ".")
    private @Nullable Moment since;

    @Option(names = "--dry-run", description = "With --subscription: say how many it would be, and send nothing.")
    private boolean dryRun;

    @Mixin
    private final NotifierOptions options = new NotifierOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Override
    protected ApiClient client() {
        return new ApiClient("notifier", options.notifier(), options.token());
    }

    @Override
    protected int run(ApiClient service) {
        if (which.subscription != null) {
            return replay(service, which.subscription);
        }
        if (since != null || dryRun) {
            throw new ParameterException(
                    command.commandLine(), "--since and --dry-run go with --subscription, not with ids");
        }
        int worst = ExitCode.OK;
        for (String id : which.ids) {
            var answer = service.post(PATH + "/" + ApiClient.encoded(id) + "/replay", Map.of());
            if (answer instanceof ApiAnswer.Found) {
                out().println(id + " waits for its channel again.");
            } else {
                worst = Math.max(worst, tell(id, answer));
            }
        }
        return worst;
    }

    /** The notifier takes a part of many at a time. */
    private int replay(ApiClient service, String subscription) {
        var asked = new HashMap<String, Object>(Map.of("subscription", subscription, "dryRun", dryRun));
        if (since != null) {
            asked.put("since", since.beginning().toString());
        }
        var answer = service.post(PATH + "/replay", asked);
        if (!(answer instanceof ApiAnswer.Found(var body, var text))) {
            return tell(subscription, answer);
        }
        int replayed = body.path("replayed").asInt(0);
        out().println((dryRun ? "Would try " : "Trying ") + count(replayed) + " of " + subscription + " again.");
        int left = body.path("left").asInt(0);
        if (left > 0) {
            out().println("Left: " + count(left) + " that failed; run this again for them.");
        }
        return ExitCode.OK;
    }

    private static String count(int notifications) {
        return notifications == 1 ? "1 notification" : notifications + " notifications";
    }
}
