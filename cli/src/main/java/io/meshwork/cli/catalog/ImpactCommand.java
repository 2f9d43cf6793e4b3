package io.meshwork.cli.catalog;

import static io.meshwork.cli.catalog.LineageCommand.parameter;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.Table;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import io.meshwork.cli.connection.ProductName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code mesh impact}: who is hit when a product, a port or a field goes. */
@Command(
        name = "impact",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Shows everything that is hit when a product goes, or only a port or a field, and whom to tell.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:found",
            "1:the catalog has no such product or port",
            "2:wrong options",
            "5:the catalog does not answer"
        })
public final class ImpactCommand extends ProductCommand {

    @Option(names = "--port", paramLabel = "NAME", description = "Only this output port goes.")
    private @Nullable String port;

    @Option(names = "--field", paramLabel = "NAME", description = "Only this field goes.")
    private @Nullable String field;

    @Option(
            names = "--depth",
            defaultValue = "10",
            paramLabel = "N",
            description = "How many steps to follow, 1 to 10. Default: ${DEFAULT-VALUE}.")
    private int depth = 10;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    int run(ProductName product, ApiClient catalog) {
        String query = "depth=" + depth + parameter("port", port) + parameter("field", field);
        ApiAnswer answer = catalog.get(product.path() + "/impact?" + query);
        if (!(answer instanceof ApiAnswer.Found(var body, var text))) {
            return tell(answer);
        }
        output.write(out(), body, table(body));
        return ExitCode.OK;
    }

    private static List<String> table(JsonNode impact) {
        List<String> lines = new ArrayList<>();
        String consumers = consumers(impact);
        if (!consumers.isEmpty()) {
            lines.add("Consumers that the contract names: " + consumers);
        }
        JsonNode hits = impact.path("hits");
        if (hits.isEmpty()) {
            lines.add("No other product is known to be made from it.");
            return lines;
        }
        Table table = new Table(List.of("STEPS", "PRODUCT", "VERSION", "HIT", "OWNER", "CONTACT", "ITS CONSUMERS"));
        hits.forEach(hit -> table.row(List.of(
                text(hit, "distance"),
                text(hit, "productId"),
                text(hit, "version"),
                hit.path("certain").asBoolean(true) ? "surely" : "perhaps",
                text(hit, "ownerTeam"),
                text(hit, "ownerContact"),
                consumers(hit))));
        lines.addAll(table.lines());
        if (impact.path("truncated").asBoolean(false)) {
            lines.add("There are more than can be shown.");
        }
        return lines;
    }

    private static String consumers(JsonNode node) {
        return node.path("consumers")
                .valueStream()
                .map(consumer -> Stream.of("team", "contact", "purpose")
                        .map(name -> text(consumer, name))
                        .filter(name -> !name.isEmpty())
                        .findFirst()
                        .orElse("unnamed"))
                .collect(Collectors.joining(", "));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
