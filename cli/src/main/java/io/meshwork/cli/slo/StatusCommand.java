package io.meshwork.cli.slo;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.Percent;
import io.meshwork.cli.Table;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import io.meshwork.cli.quality.QualityServiceCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code mesh slo status}: the promises of a product. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Shows what a product promises, how that stands, and how fast its error budgets are used up.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:no promise is breached",
            "1:a promise is breached, or the product promises nothing that is measured",
            "2:wrong options",
            "5:the quality service does not answer"
        })
final class StatusCommand extends QualityServiceCommand {

    @Parameters(paramLabel = "PRODUCT", description = "domain.name")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String product;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    protected int run(ApiClient service) {
        ApiAnswer answer = service.get("slos/" + ApiClient.encoded(product));
        if (!(answer instanceof ApiAnswer.Found(var status, var text))) {
            return tell(product, answer);
        }
        output.write(out(), status, lines(status));
        return status.path("objectives").valueStream().anyMatch(StatusCommand::isBreached)
                ? ExitCode.REFUSED
                : ExitCode.OK;
    }

    private static boolean isBreached(JsonNode item) {
        return item.at("/slo/status").asString("").equals("breached");
    }

    private static List<String> lines(JsonNode status) {
        Table table = new Table(List.of(
                "OBJECTIVE", "STATUS", "SINCE", "TARGET", "MEASURED", "UNIT", "DEADLINE", "BUDGET LEFT", "BURN 1H"));
        status.path("objectives").forEach(item -> table.row(row(item)));
        List<String> lines = new ArrayList<>();
        lines.add(status.path("productId").asString("") + " "
                + status.path("version").asString(""));
        lines.addAll(table.lines());
        return lines;
    }

    private static List<String> row(JsonNode item) {
        JsonNode slo = item.path("slo");
        JsonNode budget = item.path("errorBudget");
        return List.of(
                slo.path("objective").asString(""),
                slo.path("status").asString("").replace('_', ' '),
                Table.moment(slo.path("since")),
                value(slo, "target"),
                value(slo, "measured"),
                isTime(slo) ? "" : slo.path("unit").asString(""),
                Table.moment(slo.path("deadline")),
                percent(budget.path("left")),
                burn(budget));
    }

    private static String value(JsonNode slo, String field) {
        JsonNode value = slo.path(field);
        return isTime(slo) && value.isNumber() ? Seconds.text(value.asDouble()) : value.asString("");
    }

    private static boolean isTime(JsonNode slo) {
        return slo.path("unit").asString("").equals("seconds");
    }

    private static String percent(JsonNode share) {
        return share.isNumber() ? Percent.of(share) : "";
    }

    private static String burn(JsonNode budget) {
        return budget.path("burnRates")
                .valueStream()
                .filter(burn -> burn.path("window").asString("").equals("1h"))
                .map(burn ->
                        String.format(Locale.ROOT, "%.1f", burn.path("rate").asDouble()))
                .findFirst()
                .orElse("");
    }
}
