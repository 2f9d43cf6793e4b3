package io.meshwork.cli.subscription;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import java.util.ArrayList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mesh subscription show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Shows a subscription and how it stands.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:found",
            "1:there is no such subscription, or it is another team's",
            "2:wrong options",
            "5:the notifier does not answer"
        })
final class ShowCommand extends NotifierCommand {

    @Parameters(paramLabel = "SUBSCRIPTION", description = "Id of the subscription.")
    private String subscription = "";

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    protected int run(ApiClient service) {
        var answer = service.get(path(subscription));
        if (!(answer instanceof ApiAnswer.Found(var found, var text))) {
            return tell(subscription, answer);
        }
        var lines = new ArrayList<>(SubscriptionLines.card(found));
        if (found.path("topic").isObject()
                && service.get(path(subscription) + "/topic") instanceof ApiAnswer.Found(var topic, var _)) {
            lines.addAll(SubscriptionLines.topic(topic));
        }
        output.write(out(), found, lines);
        return ExitCode.OK;
    }
}
