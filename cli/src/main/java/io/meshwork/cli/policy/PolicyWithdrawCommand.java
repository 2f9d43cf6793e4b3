package io.meshwork.cli.policy;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mesh policy withdraw}. */
@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Withdraws a policy; it judges nobody any more.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:withdrawn",
            "1:there is no such policy, it is kept in a file, or it is not allowed",
            "2:wrong options",
            "4:taken but not decided yet",
            "5:the policy service does not answer"
        })
final class PolicyWithdrawCommand extends PolicyServiceCommand {

    @Parameters(paramLabel = "POLICY", description = "Id of the policy.")
    private String policy = "";

    @Override
    protected int run(ApiClient service) {
        ApiAnswer answer = service.delete("policies/" + ApiClient.encoded(policy));
        if (answer instanceof ApiAnswer.Found) {
            out().println("Policy " + policy + " is withdrawn.");
            return ExitCode.OK;
        }
        return tell(policy, answer);
    }
}
