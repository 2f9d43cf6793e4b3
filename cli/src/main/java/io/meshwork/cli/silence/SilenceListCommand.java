package io.meshwork.cli.silence;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mesh silence list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Lists silences: those in force and those planned.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:listed", "1:a word that means nothing", "2:wrong options", "5:the notifier does not answer"})
final class SilenceListCommand extends SilenceServiceCommand {

    @Option(names = "--state", paramLabel = "STATE", description = "Only those in_force, planned or ended.")
    private @Nullable String state;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    protected int run(ApiClient service) {
        var answer = service.list(PATH + "?limit=500" + ApiClient.parameter("state", state));
        if (!(answer instanceof ApiAnswer.Found(var silences, var text))) {
            return tell("silences", answer);
        }
        output.write(out(), silences, silences.isEmpty() ? List.of("No silences.") : SilenceLines.table(silences));
        return ExitCode.OK;
    }
}
