package io.meshwork.cli.incident;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mesh incident show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Shows an incident: what happened to it, who was told when, and what silences it.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:found",
            "1:there is no such incident, or it is another team's",
            "2:wrong options",
            "5:the notifier does not answer"
        })
final class IncidentShowCommand extends IncidentServiceCommand {

    @Parameters(paramLabel = "NR", description = "Number of the incident.")
    private String incident = "";

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    protected int run(ApiClient service) {
        var answer = service.get(path(incident));
        if (!(answer instanceof ApiAnswer.Found(var found, var text))) {
            return tell("incident " + incident, answer);
        }
        output.write(out(), found, IncidentLines.card(found));
        return ExitCode.OK;
    }
}
