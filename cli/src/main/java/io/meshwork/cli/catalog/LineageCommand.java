package io.meshwork.cli.catalog;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import io.meshwork.cli.connection.ProductName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.JsonNode;

/** {@code mesh lineage}: where the data of a product comes from and where it goes. */
@Command(
        name = "lineage",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = {
            "Shows where the data of a product comes from and where it goes:",
            "what contracts declare, and what jobs were seen doing (OpenLineage)."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:found",
            "1:the catalog has no such product or port",
            "2:wrong options",
            "5:the catalog does not answer"
        })
public final class LineageCommand extends ProductCommand {

    @Option(
            names = "--direction",
            converter = DirectionConverter.class,
            defaultValue = "both",
            paramLabel = "upstream|downstream|both",
            description = "Which way to follow the data. Default: ${DEFAULT-VALUE}.")
    private LineageTree.Direction direction = LineageTree.Direction.BOTH;

    @Option(
            names = "--depth",
            defaultValue = "3",
            paramLabel = "N",
            description = "How many steps to follow, 1 to 10. Default: ${DEFAULT-VALUE}.")
    private int depth = 3;

    @Option(names = "--port", paramLabel = "NAME", description = "Only what belongs to this output port.")
    private @Nullable String port;

    @Option(names = "--field", paramLabel = "NAME", description = "Only what this field has to do with.")
    private @Nullable String field;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    int run(ProductName product, ApiClient catalog) {
        String query = "direction=" + direction.name().toLowerCase(Locale.ROOT) + "&depth=" + depth
                + parameter("port", port) + parameter("field", field);
        ApiAnswer answer = catalog.get(product.path() + "/lineage?" + query);
        if (!(answer instanceof ApiAnswer.Found(var body, var text))) {
            return tell(answer);
        }
        output.write(out(), body, tree(body));
        return ExitCode.OK;
    }

    private List<String> tree(JsonNode graph) {
        List<String> lines = new ArrayList<>(new LineageTree(graph).lines(direction));
        if (graph.path("truncated").asBoolean(false)) {
            lines.add("There is more than can be shown; ask with a lower --depth, or start from another product.");
        }
        return lines;
    }

    static String parameter(String name, @Nullable String value) {
        return value == null ? "" : "&" + name + "=" + ApiClient.encoded(value);
    }

    static final class DirectionConverter implements ITypeConverter<LineageTree.Direction> {

        @Override
        public LineageTree.Direction convert(String value) {
            for (LineageTree.Direction direction : LineageTree.Direction.values()) {
                if (direction.name().toLowerCase(Locale.ROOT).equals(value)) {
                    return direction;
                }
            }
            throw new TypeConversionException("`" + value + "` is none of upstream, downstream, both");
        }
    }
}
