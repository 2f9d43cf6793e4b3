package io.meshwork.cli.catalog;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.connection.CatalogAnswer;
import io.meshwork.cli.connection.CatalogClient;
import io.meshwork.cli.connection.LocalDefaults;
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
    int run(ProductName product, CatalogClient catalog) {
        String version = product.version();
        if (version == null) {
            CatalogAnswer latest = catalog.get(product.path());
            if (!(latest instanceof CatalogAnswer.Found(var body, var text))) {
                return tell(latest);
            }
            version = body.path("version").asString("");
        }
        CatalogAnswer answer = catalog.get(product.path(version) + "/contract?format=" + format);
        if (!(answer instanceof CatalogAnswer.Found(var body, var text))) {
            return tell(answer);
        }
        out().print(text);
        out().flush();
        return ExitCode.OK;
    }
}
