package io.meshwork.cli.policy;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Moment;
import io.meshwork.cli.ReportOption;
import io.meshwork.cli.Table;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code mesh policy report}: how well the mesh complies. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = {
            "Counts products by the worst that the policies say of them.",
            "By policy or category, only products that violate one are counted."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:reported",
            "1:a value that there is not",
            "2:wrong options",
            "5:the policy service does not answer"
        })
final class ReportCommand extends PolicyServiceCommand {

    private static final List<String> COUNTS =
            List.of("products", "blocked", "inGrace", "waived", "warned", "compliant");
    private static final List<String> TITLES =
            List.of("PRODUCTS", "BLOCKED", "IN GRACE", "WAIVED", "WARNED", "COMPLIANT");

    @Option(
            names = "--by",
            defaultValue = "domain",
            paramLabel = "domain|policy|category",
            description = "What they are grouped by. Default: ${DEFAULT-VALUE}.")
    private String by = "domain";

    @Option(
            names = "--at",
            paramLabel = "MOMENT",
            converter = Moment.Converter.class,
            description = "How things stood then, of a day at its end: " + Moment.PAST + ". Default: now.")
    private @Nullable Moment at;

    @Option(
            names = "--days",
            paramLabel = "DAYS",
            description = "Instead: the whole mesh at the end of each of the last days, in UTC.")
    private @Nullable Integer days;

    @Mixin
    private final ReportOption report = new ReportOption();

    @Override
    protected int run(ApiClient service) {
        ApiAnswer answer = service.get(
                days != null
                        ? "compliance/history?days=" + days
                        : "compliance?by=" + ApiClient.encoded(by)
                                + (at == null
                                        ? ""
                                        : ApiClient.parameter("at", at.end().toString())));
        if (!(answer instanceof ApiAnswer.Found(var found, var text))) {
            return tell("report", answer);
        }
        List<List<String>> rows = rows(found);
        report.write(
                out(), found, Stream.concat(Stream.of(group()), COUNTS.stream()).toList(), rows, lines(rows));
        return ExitCode.OK;
    }

    private String group() {
        return days == null ? by : "day";
    }

    private List<String> lines(List<List<String>> rows) {
        Table table = new Table(Stream.concat(Stream.of(group().toUpperCase(Locale.ROOT)), TITLES.stream())
                .toList());
        rows.forEach(table::row);
        return rows.isEmpty() ? List.of("No product is counted; mesh policy list tells the policies.") : table.lines();
    }

    private List<List<String>> rows(JsonNode report) {
        List<List<String>> rows = new ArrayList<>();
        report.path("items")
                .forEach(item -> rows.add(Stream.concat(
                                Stream.of(item.path(days == null ? "id" : "day").asString("")),
                                COUNTS.stream()
                                        .map(count ->
                                                item.path("counts").path(count).asString("0")))
                        .toList()));
        return rows;
    }
}
