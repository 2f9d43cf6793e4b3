package io.meshwork.cli.waiver;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.Table;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import io.meshwork.cli.policy.PolicyServiceCommand;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code mesh waiver list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Lists the waivers that are not over.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:listed", "2:wrong options", "5:the policy service does not answer"})
final class WaiverListCommand extends PolicyServiceCommand {

    @Option(names = "--policy", paramLabel = "POLICY", description = "Only from this policy.")
    private @Nullable String policy;

    @Option(names = "--for", paramLabel = "PRODUCT|DOMAIN", description = "Only of this product or domain, exactly.")
    private @Nullable String subject;

    @Option(names = "--all", description = "Those that ended or were withdrawn, too.")
    private boolean all;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    protected int run(ApiClient service) {
        ApiAnswer answer = service.list(
                "waivers?limit=200&all=" + all + parameter("policy", policy) + parameter("subject", subject));
        if (!(answer instanceof ApiAnswer.Found(var waivers, var text))) {
            return tell("waivers", answer);
        }
        output.write(out(), waivers, table(waivers));
        return ExitCode.OK;
    }

    private static String parameter(String name, @Nullable String value) {
        return value == null ? "" : "&" + name + "=" + ApiClient.encoded(value);
    }

    private static List<String> table(JsonNode waivers) {
        Table table = new Table(List.of("WAIVER", "POLICY", "RULE", "FOR", "STATE", "UNTIL", "OWNER"));
        waivers.forEach(waiver -> table.row(List.of(
                waiver.path("id").asString(""),
                waiver.path("policyId").asString(""),
                waiver.path("rule").asString("(all)"),
                waiver.path("subject").asString(""),
                waiver.path("state").asString(""),
                waiver.path("endsAt").asString(""),
                waiver.path("owner").asString(""))));
        return table.lines();
    }
}
