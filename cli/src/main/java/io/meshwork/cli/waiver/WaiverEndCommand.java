package io.meshwork.cli.waiver;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import io.meshwork.cli.policy.PolicyServiceCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mesh waiver end}. */
@Command(
        name = "end",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Ends a waiver now; what it excused blocks again.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:ended",
            "1:there is no such waiver, it is over already, or it is not allowed",
            "2:wrong options",
            "4:taken but not decided yet",
            "5:the policy service does not answer"
        })
final class WaiverEndCommand extends PolicyServiceCommand {

    @Parameters(paramLabel = "WAIVER", description = "Id of the waiver.")
    private String waiver = "";

    @Override
    protected int run(ApiClient service) {
        ApiAnswer answer = service.delete("waivers/" + ApiClient.encoded(waiver));
        if (answer instanceof ApiAnswer.Found) {
            out().println("Waiver " + waiver + " has ended.");
            return ExitCode.OK;
        }
        return tell(waiver, answer);
    }
}
