package io.meshwork.cli.slo;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Moment;
import io.meshwork.cli.Percent;
import io.meshwork.cli.ReportOption;
import io.meshwork.cli.Table;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import io.meshwork.cli.quality.QualityServiceCommand;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code mesh slo report}: how well promises were kept. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Tells for how much of the time promises were kept.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:reported",
            "1:a value that there is not",
            "2:wrong options",
            "5:the quality service does not answer"
        })
final class SloReportCommand extends QualityServiceCommand {

    private static final List<String> FIELDS =
            List.of("objectives", "breaches", "measuredSeconds", "metSeconds", "compliance");

    @Option(
            names = "--by",
            defaultValue = "domain",
            paramLabel = "domain|product",
            description = "What promises are grouped by. Default: ${DEFAULT-VALUE}.")
    private String by = "domain";

    @Option(names = "--domain", paramLabel = "DOMAIN", description = "By product: only of this domain.")
    private @Nullable String domain;

    @Option(
            names = "--from",
            paramLabel = "MOMENT",
            converter = Moment.Converter.class,
            description = "Where the time begins: " + Moment.PAST + ". Default: 30 days before the end.")
    private @Nullable Moment from;

    @Option(
            names = "--until",
            paramLabel = "MOMENT",
            converter = Moment.Converter.class,
            description = "Exclusive, written like --from. Default: now.")
    private @Nullable Moment until;

    @Mixin
    private final ReportOption report = new ReportOption();

    @Override
    protected int run(ApiClient service) {
        ApiAnswer answer = service.list("slos/compliance?limit=200" + ApiClient.parameter("by", by)
                + ApiClient.parameter("domain", domain) + moment("from", from)
                + moment("until", until));
        if (!(answer instanceof ApiAnswer.Found(var items, var text))) {
            return tell("report", answer);
        }
        report.write(
                out(),
                items,
                Stream.concat(Stream.of(by), FIELDS.stream()).toList(),
                items.valueStream().map(SloReportCommand::values).toList(),
                lines(items));
        return ExitCode.OK;
    }

    private static String moment(String name, @Nullable Moment moment) {
        return moment == null
                ? ""
                : ApiClient.parameter(name, moment.beginning().toString());
    }

    private static List<String> values(JsonNode item) {
        return Stream.concat(Stream.of("id"), FIELDS.stream())
                .map(field -> item.path(field).asString(""))
                .toList();
    }

    private List<String> lines(JsonNode items) {
        Table table = new Table(List.of(by.toUpperCase(Locale.ROOT), "OBJECTIVES", "BREACHES", "KEPT"));
        items.forEach(item -> table.row(List.of(
                item.path("id").asString(""),
                item.path("objectives").asString(""),
                item.path("breaches").asString(""),
                item.path("compliance").isNumber()
                        ? Percent.of(item.path("compliance").asDouble() / 100)
                        : "")));
        return items.isEmpty() ? List.of("Nothing was measured in this time.") : table.lines();
    }
}
