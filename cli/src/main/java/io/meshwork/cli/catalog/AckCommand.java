package io.meshwork.cli.catalog;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import io.meshwork.cli.connection.ProductName;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code mesh ack}: a consumer has moved. */
@Command(
        name = "ack",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = {
            "Acknowledges for a consumer that it needs a deprecated version no more.",
            "When the last consumer has, the version is retired. Without a version, the only deprecated one is meant."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:acknowledged, or already so",
            "1:nothing to acknowledge, or not allowed",
            "2:wrong options",
            "4:taken but not decided yet",
            "5:the catalog does not answer"
        })
public final class AckCommand extends ProductCommand {

    @Option(
            names = "--as",
            required = true,
            paramLabel = "CONSUMER",
            description = "The team or product that has moved, as `mesh show` names it.")
    private String consumer = "";

    @Override
    int run(ProductName product, ApiClient catalog) {
        if (product.version() != null) {
            return acknowledge(product, product.version(), catalog);
        }
        ApiAnswer shown = catalog.get(product.path());
        if (!(shown instanceof ApiAnswer.Found(var body, var text))) {
            return tell(shown);
        }
        List<String> deprecated = body.path("versionLives")
                .valueStream()
                .filter(life -> life.path("stage").asString("").equals("deprecated"))
                .map(life -> life.path("version").asString(""))
                .toList();
        return switch (deprecated.size()) {
            case 1 -> acknowledge(product, deprecated.getFirst(), catalog);
            case 0 ->
                tell(new ApiAnswer.Refused(
                        "", "none of its versions is deprecated, so there is nothing to acknowledge", List.of()));
            default ->
                tell(new ApiAnswer.Refused(
                        "",
                        "several versions are deprecated: " + String.join(", ", deprecated),
                        List.of("Name one: mesh ack " + product.id() + "@" + deprecated.getFirst() + " --as "
                                + consumer)));
        };
    }

    private int acknowledge(ProductName product, String version, ApiClient catalog) {
        ApiAnswer answer = catalog.post(product.path(version) + "/acknowledgements", Map.of("consumer", consumer));
        if (!(answer instanceof ApiAnswer.Found(JsonNode body, String text))) {
            return tell(answer);
        }
        boolean before = body.path("status").asString("").equals("unchanged");
        out().println(consumer + (before ? " had acknowledged " : " has moved away from ") + product.id() + " "
                + version + (before ? " before." : "."));
        return ExitCode.OK;
    }
}
