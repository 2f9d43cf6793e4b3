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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code mesh quality explain}: what moved a score. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = {
            "What moved a product's score since the run before, check by check, the largest effect first.",
            "What the checks contribute sums up to the change of the score."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:told",
            "1:the product is not known, or was checked only once",
            "2:wrong options",
            "5:the quality service does not answer"
        })
final class ExplainCommand extends QualityServiceCommand {

    @Parameters(
            paramLabel = "PRODUCT",
            converter = ProductName.Converter.class,
            description = "As domain.name, or domain.name@version for runs of that version.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ProductName product;

    @Option(names = "--all", description = "Also the checks that moved nothing.")
    private boolean all;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    protected int run(ApiClient service) {
        ApiAnswer answer = service.get("scores/" + ApiClient.encoded(product.id()) + "/explanation"
                + (product.version() == null ? "" : "?version=" + ApiClient.encoded(product.version())));
        if (!(answer instanceof ApiAnswer.Found(var explanation, var text))) {
            return tell(product, answer);
        }
        output.write(out(), explanation, lines(explanation));
        return ExitCode.OK;
    }

    private List<String> lines(JsonNode explanation) {
        List<String> lines = new ArrayList<>(List.of(
                side("before", explanation.path("before")),
                side("now", explanation.path("after")),
                "change  " + change(explanation.path("change")),
                ""));
        Table table = new Table(List.of("CHECK", "DIMENSION", "BEFORE", "NOW", "STATUS", "CONTRIBUTES"));
        int moved = 0;
        for (JsonNode check : explanation.path("checks")) {
            if (all || moves(check)) {
                moved++;
                table.row(List.of(
                        check.path("name").asString(""),
                        check.path("dimension").asString(""),
                        Percent.of(check.path("before")),
                        Percent.of(check.path("after")),
                        status(check),
                        change(check.path("contribution"))));
            }
        }
        lines.addAll(moved == 0 ? List.of("No check moved the score.") : table.lines());
        return lines;
    }

    private static boolean moves(JsonNode check) {
        return check.path("contribution").asDouble(0) != 0
                || !check.path("statusBefore").equals(check.path("statusAfter"));
    }

    private static String side(String when, JsonNode run) {
        return "%-7s %s  %s  run %d of version %s, %s"
                .formatted(
                        when,
                        Percent.of(run.path("score")),
                        run.path("status").asString(""),
                        run.path("runSequence").asLong(0),
                        run.path("version").asString(""),
                        Table.moment(run.path("scoredAt")));
    }

    private static String change(JsonNode change) {
        return Percent.change(change.isNumber() ? (Double) change.asDouble() : null);
    }

    private static String status(JsonNode check) {
        String before = check.path("statusBefore").asString("new");
        String after = check.path("statusAfter").asString("gone");
        return before.equals(after) ? after : before + " -> " + after;
    }
}
