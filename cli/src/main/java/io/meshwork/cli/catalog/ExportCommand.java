package io.meshwork.cli.catalog;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import io.meshwork.cli.connection.ProductName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mesh export}: the contract of a published version. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description =
                "Prints the contract of a product: as its author wrote it, or as an Open Data Contract Standard contract.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:printed",
            "1:the catalog has no such product",
            "2:wrong options",
            "5:the catalog does not answer"
        })
public final class ExportCommand extends ProductCommand {

    /** What the contract is written in. */
    enum Format {
        odcs,
        original
    }

    @Option(
            names = "--format",
            defaultValue = "odcs",
            paramLabel = "odcs|original",
            description =
                    "odcs: version 3.1.0 of the standard; original: as it was submitted. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.odcs;

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
        ApiAnswer answer = catalog.get(product.path(version) + "/contract?format=" + format);
        if (!(answer instanceof ApiAnswer.Found(var body, var text))) {
            return tell(answer);
        }
        out().print(text);
        out().flush();
        return ExitCode.OK;
    }
}
