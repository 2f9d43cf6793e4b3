package io.meshwork.cli.catalog;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.CatalogCommand;
import io.meshwork.cli.connection.LocalDefaults;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code mesh search}: the products that fit some words. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = {
            "Finds products by words in names, titles, descriptions, fields, tags, owners and domains.",
            "The last word may be the beginning of one; slips, case and accents do not matter. Retired and blocked products are left out."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:found",
            "1:nothing found, or an option not understood by the catalog",
            "2:wrong options",
            "5:the catalog does not answer"
        })
public final class SearchCommand extends CatalogCommand {

    @Parameters(arity = "0..*", paramLabel = "WORD", description = "What to look for; without words, all products.")
    private List<String> words = List.of();

    @Mixin
    private final FacetOptions facets = new FacetOptions();

    @Option(names = "--hidden", description = "Also retired and blocked products.")
    private boolean hidden;

    @Option(
            names = "--order",
            defaultValue = "relevance",
            paramLabel = "ORDER",
            description = "relevance, quality, freshness or usage. Default: ${DEFAULT-VALUE}.")
    private String order = "relevance";

    @Option(
            names = "--limit",
            defaultValue = "20",
            paramLabel = "N",
            description = "How many products, 1 to 100. Default: ${DEFAULT-VALUE}.")
    private int limit = 20;

    @Option(
            names = "--names",
            description = "Only ids of products whose names begin so, one a line, for completion in a shell.")
    private boolean names;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    protected int run(ApiClient catalog) {
        String text = String.join(" ", words);
        String asked = "?limit=" + limit + "&q=" + ApiClient.encoded(text);
        ApiAnswer answer = catalog.get(
                names
                        ? "search/suggest" + asked
                        : "search" + asked + "&order=" + ApiClient.encoded(order) + "&hidden=" + hidden
                                + facets.asParameters());
        if (!(answer instanceof ApiAnswer.Found(JsonNode found, String body))) {
            return tell("search", answer);
        }
        output.write(out(), found, names ? SearchLines.names(found) : SearchLines.of(found, hidden));
        if (!found.path("complete").asBoolean(true)) {
            err().println("The catalog is still building its index; some products cannot be found yet.");
        }
        return found.path("items").isEmpty() ? ExitCode.REFUSED : ExitCode.OK;
    }
}
