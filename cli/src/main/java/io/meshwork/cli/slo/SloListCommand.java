package io.meshwork.cli.slo;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.Table;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import io.meshwork.cli.quality.QualityServiceCommand;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code mesh slo list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Lists the promises of all products.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:listed",
            "1:a value that there is not",
            "2:wrong options",
            "5:the quality service does not answer"
        })
final class SloListCommand extends QualityServiceCommand {

    @Option(names = "--domain", paramLabel = "DOMAIN", description = "Only of products of this domain.")
    private @Nullable String domain;

    @Option(names = "--status", paramLabel = "STATUS", description = "Only no_data, ok, at_risk or breached.")
    private @Nullable String status;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    protected int run(ApiClient service) {
        ApiAnswer answer = service.list(
                "slos?limit=200" + ApiClient.parameter("domain", domain) + ApiClient.parameter("status", status));
        if (!(answer instanceof ApiAnswer.Found(var slos, var text))) {
            return tell("objectives", answer);
        }
        output.write(out(), slos, lines(slos));
        return ExitCode.OK;
    }

    private static List<String> lines(JsonNode slos) {
        Table table = new Table(List.of("PRODUCT", "VERSION", "OBJECTIVE", "STATUS", "SINCE"));
        slos.forEach(slo -> table.row(List.of(
                slo.path("productId").asString(""),
                slo.path("version").asString(""),
                slo.path("objective").asString(""),
                slo.path("status").asString("").replace('_', ' '),
                Table.moment(slo.path("since")))));
        return table.lines();
    }
}
