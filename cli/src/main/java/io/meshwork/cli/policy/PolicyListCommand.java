package io.meshwork.cli.policy;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.Table;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code mesh policy list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Lists the policies in force.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:listed", "2:wrong options", "5:the policy service does not answer"})
final class PolicyListCommand extends PolicyServiceCommand {

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    protected int run(ApiClient service) {
        ApiAnswer answer = service.list("policies?limit=200");
        if (!(answer instanceof ApiAnswer.Found(var policies, var text))) {
            return tell("policies", answer);
        }
        output.write(out(), policies, table(policies));
        return ExitCode.OK;
    }

    private static List<String> table(JsonNode policies) {
        Table table = new Table(List.of("POLICY", "REVISION", "SCOPE", "CATEGORY", "ENFORCEMENT", "TITLE"));
        policies.forEach(policy -> table.row(Stream.of("id", "revision", "scope", "category", "enforcement", "title")
                .map(field -> policy.path(field).asString(""))
                .toList()));
        return table.lines();
    }
}
