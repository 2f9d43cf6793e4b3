package io.meshwork.cli.subscription;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mesh subscription followers}. */
@Command(
        name = "followers",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description =
                "Shows who follows a product, by name or by pattern, domain or tag; for its owner. Filter and target"
                        + " are shown only of teams that you may subscribe for.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:listed", "1:not allowed", "2:wrong options", "5:the notifier does not answer"})
final class FollowersCommand extends NotifierCommand {

    @Parameters(paramLabel = "PRODUCT", description = "Id of the product: domain.name.")
    private String product = "";

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    protected int run(ApiClient service) {
        var answer = service.list(PATH + "?limit=500" + ApiClient.parameter("product", product));
        if (!(answer instanceof ApiAnswer.Found(var subscriptions, var text))) {
            return tell(product, answer);
        }
        output.write(out(), subscriptions, SubscriptionLines.table(subscriptions));
        return ExitCode.OK;
    }
}
