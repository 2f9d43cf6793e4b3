package io.meshwork.cli.policy;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mesh policy show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Shows a policy as it was written.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:found",
            "1:there is no such policy",
            "2:wrong options",
            "5:the policy service does not answer"
        })
final class PolicyShowCommand extends PolicyServiceCommand {

    @Parameters(paramLabel = "POLICY", description = "Id of the policy.")
    private String policy = "";

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    protected int run(ApiClient service) {
        ApiAnswer answer = service.get("policies/" + ApiClient.encoded(policy));
        if (!(answer instanceof ApiAnswer.Found(var body, var text))) {
            return tell(policy, answer);
        }
        output.write(out(), body, body.path("document").asString("").lines().toList());
        return ExitCode.OK;
    }
}
