package io.meshwork.cli.waiver;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import io.meshwork.cli.policy.PolicyServiceCommand;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code mesh waiver show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Shows a waiver and how it stands.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:found",
            "1:there is no such waiver",
            "2:wrong options",
            "5:the policy service does not answer"
        })
final class WaiverShowCommand extends PolicyServiceCommand {

    @Parameters(paramLabel = "WAIVER", description = "Id of the waiver.")
    private String waiver = "";

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    protected int run(ApiClient service) {
        ApiAnswer answer = service.get("waivers/" + ApiClient.encoded(waiver));
        if (!(answer instanceof ApiAnswer.Found(var found, var text))) {
            return tell(waiver, answer);
        }
        output.write(out(), found, lines(found));
        return ExitCode.OK;
    }

    private static List<String> lines(JsonNode waiver) {
        return List.of(
                text(waiver, "id") + ": " + text(waiver, "state"),
                "policy     " + text(waiver, "policyId") + ", "
                        + (waiver.has("rule") ? "rule " + text(waiver, "rule") : "all rules"),
                "for        " + text(waiver, "subject"),
                "reason     " + text(waiver, "reason"),
                "owner      " + text(waiver, "owner"),
                "from       " + text(waiver, "startsAt"),
                "until      " + text(waiver, "endsAt"),
                "revision   " + text(waiver, "revision") + ", " + text(waiver, "changedAt") + " by "
                        + text(waiver, "approver"));
    }

    private static String text(JsonNode waiver, String field) {
        return waiver.path(field).asString("");
    }
}
