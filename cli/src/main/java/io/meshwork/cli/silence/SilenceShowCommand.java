package io.meshwork.cli.silence;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mesh silence show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Shows a silence and how it stands.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:found", "1:there is no such silence", "2:wrong options", "5:the notifier does not answer"})
final class SilenceShowCommand extends SilenceServiceCommand {

    @Parameters(paramLabel = "SILENCE", description = "Id of the silence.")
    private String silence = "";

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    protected int run(ApiClient service) {
        var answer = service.get(path(silence));
        if (!(answer instanceof ApiAnswer.Found(var found, var text))) {
            return tell(silence, answer);
        }
        output.write(out(), found, SilenceLines.card(found));
        return ExitCode.OK;
    }
}
