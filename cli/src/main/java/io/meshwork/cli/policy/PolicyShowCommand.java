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
            "1:there is no such policy, or it is withdrawn",
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
        if (!body.has("document") || body.path("withdrawn").asBoolean()) {
            err().println(
                            body.has("document")
                                    ? "The policy " + policy
                                            + " is withdrawn; mesh policy list tells which are in force."
                                    : "There is no policy " + policy + "; mesh policy list tells which there are.");
            return ExitCode.REFUSED;
        }
        output.write(out(), body, body.path("document").asString("").lines().toList());
        return ExitCode.OK;
    }
}
