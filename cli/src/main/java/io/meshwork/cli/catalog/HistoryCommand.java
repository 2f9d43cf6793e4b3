package io.meshwork.cli.catalog;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Moment;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.Percent;
import io.meshwork.cli.Table;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import io.meshwork.cli.connection.ProductName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code mesh history}: how a product stood, newest first. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description =
                "Shows every version, verdict, score and end of a version of a product, with the state it led to.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:found",
            "1:the catalog has no such product",
            "2:wrong options",
            "5:the catalog does not answer"
        })
public final class HistoryCommand extends ProductCommand {

    @Option(
            names = "--as-of",
            paramLabel = "MOMENT",
            converter = Moment.Converter.class,
            description = "Only what was so at this moment, of a day at its end; the first line is how it stood then: "
                    + Moment.PAST + ".")
    private @Nullable Moment asOf;

    @Option(
            names = "--limit",
            defaultValue = "20",
            paramLabel = "N",
            description = "How many entries, 1 to 200. Default: ${DEFAULT-VALUE}.")
    private int limit = 20;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    int run(ProductName product, ApiClient catalog) {
        String moment =
                asOf == null ? "" : "&asOf=" + ApiClient.encoded(asOf.end().toString());
        ApiAnswer answer = catalog.get(product.path() + "/history?limit=" + limit + moment);
        if (!(answer instanceof ApiAnswer.Found(var body, var text))) {
            return tell(answer);
        }
        output.write(out(), body.path("items"), table(body.path("items")));
        return ExitCode.OK;
    }

    private static List<String> table(JsonNode entries) {
        Table table =
                new Table(List.of("REVISION", "WHEN", "WHAT", "VERSION", "STATE", "LIFE CYCLE", "POLICIES", "QUALITY"));
        entries.forEach(entry -> table.row(List.of(
                text(entry, "revision"),
                text(entry, "at"),
                happened(entry),
                text(entry, "version"),
                text(entry, "state").replace('_', ' '),
                text(entry, "lifecycle"),
                text(entry, "compliance"),
                quality(entry))));
        return table.lines();
    }

    /** The end of a version names it, and who has moved away from it. */
    private static String happened(JsonNode entry) {
        String version = entry.at("/detail/life/version").asString("");
        String consumer = entry.at("/detail/consumer").asString("");
        return text(entry, "happened")
                + (version.isEmpty() ? "" : " " + version)
                + (consumer.isEmpty() ? "" : " by " + consumer);
    }

    private static String quality(JsonNode entry) {
        JsonNode score = entry.path("qualityScore");
        return text(entry, "quality").replace('_', ' ') + (score.isNumber() ? " " + Percent.of(score) : "");
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
