package io.meshwork.cli.silence;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mesh silence end}. */
@Command(
        name = "end",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Ends a silence; what is still wrong is told at once.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:ended, now or before",
            "1:there is no such silence, or it is not allowed",
            "2:wrong options",
            "4:taken but not decided yet",
            "5:the notifier does not answer"
        })
final class SilenceEndCommand extends SilenceServiceCommand {

    @Parameters(paramLabel = "SILENCE", description = "Id of the silence.")
    private String silence = "";

    @Override
    protected int run(ApiClient service) {
        var answer = service.delete(path(silence));
        if (answer instanceof ApiAnswer.Found) {
            out().println("Silence " + silence + " has ended.");
            return ExitCode.OK;
        }
        return tell(silence, answer);
    }
}
