package io.meshwork.cli.catalog;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Moment;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import io.meshwork.cli.connection.ProductName;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mesh deprecate}: a version will not stay. */
@Command(
        name = "deprecate",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = {
            "Deprecates a version of a product, by default the latest, and tells its consumers.",
            "It stays listed until they have acknowledged or the sunset comes, then it is retired.",
            "Deprecating again moves the sunset."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:deprecated, or already so",
            "1:not possible, or not allowed",
            "2:wrong options",
            "4:taken but not decided yet",
            "5:the catalog does not answer"
        })
public final class DeprecateCommand extends ProductCommand {

    @Option(
            names = "--sunset",
            required = true,
            paramLabel = "MOMENT",
            converter = Moment.Converter.class,
            description = "When it is retired at the latest: " + Moment.FUTURE + ".")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Moment sunset;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why, for consumers to read; at most 500 characters.")
    private String reason = "";

    @Option(
            names = "--successor",
            paramLabel = "VERSION|PRODUCT",
            description = "What to use instead: a version of the product, or another product.")
    private @Nullable String successor;

    @Override
    int run(ProductName product, ApiClient catalog) {
        String version = product.version();
        if (version == null) {
            ApiAnswer latest = catalog.get(product.path());
            if (!(latest instanceof ApiAnswer.Found(var body, var text))) {
                return tell(latest);
            }
            version = body.path("version").asString("");
        }
        Map<String, String> body =
                new LinkedHashMap<>(Map.of("sunset", sunset.ahead().toString(), "reason", reason));
        if (successor != null) {
            body.put("successor", successor);
        }
        ApiAnswer answer = catalog.post(product.path(version) + "/deprecation", body);
        if (answer instanceof ApiAnswer.Found) {
            out().println(product.id() + " " + version + " is deprecated until " + sunset.ahead()
                    + "; its consumers are told.");
            return ExitCode.OK;
        }
        return tell(answer);
    }
}
