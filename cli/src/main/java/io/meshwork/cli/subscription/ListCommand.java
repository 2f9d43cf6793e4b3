package io.meshwork.cli.subscription;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mesh subscription list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Lists subscriptions: those of a team, or, for ops, all.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:listed", "1:not allowed", "2:wrong options", "5:the notifier does not answer"})
final class ListCommand extends NotifierCommand {

    @Option(names = "--team", paramLabel = "TEAM", description = "Only of this team.")
    private @Nullable String team;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    protected int run(ApiClient service) {
        var answer = service.list(PATH + "?limit=500" + ApiClient.parameter("subscriber", team));
        if (!(answer instanceof ApiAnswer.Found(var subscriptions, var text))) {
            return tell("subscriptions", answer);
        }
        output.write(out(), subscriptions, SubscriptionLines.table(subscriptions));
        return ExitCode.OK;
    }
}
