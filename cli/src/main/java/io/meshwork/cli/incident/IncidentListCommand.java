package io.meshwork.cli.incident;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Moment;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code mesh incident list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Lists what is wrong, newest first: in a domain or with a product, or, for ops, everywhere.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:listed, also when nothing is wrong",
            "1:not allowed, or a word that means nothing",
            "2:wrong options",
            "5:the notifier does not answer"
        })
final class IncidentListCommand extends IncidentServiceCommand {

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "Only open, acknowledged or resolved ones, or all. Default: open and acknowledged.")
    private @Nullable String state;

    @Option(names = "--domain", paramLabel = "DOMAIN", description = "Only of this domain and its products.")
    private @Nullable String domain;

    @Option(names = "--product", paramLabel = "PRODUCT", description = "Only of this product: domain.name.")
    private @Nullable String product;

    @Option(names = "--severity", paramLabel = "SEVERITY", description = "At least info, warning or critical.")
    private @Nullable String severity;

    @Option(
            names = "--since",
            paramLabel = "MOMENT",
            converter = Moment.Converter.class,
            description = "Only what changed since then: " + Moment.PAST + ".")
    private @Nullable Moment since;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    protected int run(ApiClient service) {
        var answer = service.list(PATH + "?limit=500" + ApiClient.parameter("state", state)
                + ApiClient.parameter("domain", domain)
                + ApiClient.parameter("product", product)
                + ApiClient.parameter("severity", severity)
                + ApiClient.parameter(
                        "since", since == null ? null : since.beginning().toString()));
        if (!(answer instanceof ApiAnswer.Found(var incidents, var text))) {
            return tell("incidents", answer);
        }
        output.write(out(), incidents, lines(incidents));
        return ExitCode.OK;
    }

    private List<String> lines(JsonNode incidents) {
        if (!incidents.isEmpty()) {
            return IncidentLines.table(incidents, Clock.systemUTC().instant());
        }
        return List.of(state == null ? "Nothing is wrong." : "No such incidents.");
    }
}
