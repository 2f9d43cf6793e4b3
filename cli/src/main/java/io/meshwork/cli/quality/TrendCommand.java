package io.meshwork.cli.quality;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.Percent;
import io.meshwork.cli.Table;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import io.meshwork.cli.connection.ProductName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code mesh quality history}: how a score went over time. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "The runs of a product, newest first, each with what changed since the run before.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:told",
            "1:the product was never checked",
            "2:wrong options",
            "5:the quality service does not answer"
        })
final class TrendCommand extends QualityServiceCommand {

    private static final int BAR = 20;

    @Parameters(
            paramLabel = "PRODUCT",
            converter = ProductName.Converter.class,
            description = "As domain.name, or domain.name@version for runs of that version.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ProductName product;

    @Option(names = "--limit", paramLabel = "RUNS", defaultValue = "20", description = "1 to 100. Default: 20.")
    private int limit = 20;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    protected int run(ApiClient service) {
        ApiAnswer answer =
                service.get("scores/" + ApiClient.encoded(product.id()) + "/history?limit=" + Math.clamp(limit, 1, 100)
                        + (product.version() == null ? "" : "&version=" + ApiClient.encoded(product.version())));
        if (!(answer instanceof ApiAnswer.Found(var history, var text))) {
            return tell(product, answer);
        }
        if (history.path("items").isEmpty()) {
            err().println(product + " was never checked; publish it first.");
            return ExitCode.REFUSED;
        }
        output.write(out(), history, lines(history.path("items")));
        return ExitCode.OK;
    }

    private static List<String> lines(JsonNode runs) {
        Table table =
                new Table(List.of("RUN", "SCORED AT", "VERSION", "TRIGGER", "STATUS", "ROWS", "SCORE", "CHANGE", ""));
        List<JsonNode> newestFirst = new ArrayList<>();
        runs.forEach(newestFirst::add);
        for (int i = 0; i < newestFirst.size(); i++) {
            JsonNode run = newestFirst.get(i);
            table.row(List.of(
                    run.path("runSequence").asString("0"),
                    Table.moment(run.path("scoredAt")),
                    run.path("version").asString(""),
                    run.path("trigger").asString(""),
                    run.path("status").asString(""),
                    run.path("rows").asString("-"),
                    Percent.of(run.path("score")),
                    change(run, i + 1 < newestFirst.size() ? newestFirst.get(i + 1) : null),
                    bar(run.path("score"))));
        }
        return table.lines();
    }

    private static String change(JsonNode run, @Nullable JsonNode before) {
        return before != null
                        && before.path("score").isNumber()
                        && run.path("score").isNumber()
                ? Percent.change(
                        run.path("score").asDouble() - before.path("score").asDouble())
                : "-";
    }

    private static String bar(JsonNode score) {
        return score.isNumber() ? "#".repeat((int) Math.round(BAR * Math.clamp(score.asDouble(), 0, 1))) : "";
    }
}
