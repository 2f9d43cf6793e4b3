package io.meshwork.cli.product;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.connection.CatalogOptions;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command about one product of the catalog. */
abstract class ProductCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "PRODUCT",
            converter = ProductName.Converter.class,
            description = "domain.name, or domain.name@version.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ProductName product;

    @Mixin
    private final CatalogOptions options = new CatalogOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public final Integer call() {
        return run(product, new CatalogClient(options));
    }

    abstract int run(ProductName product, CatalogClient catalog);

    final ProductName product() {
        return product;
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Tells why there is nothing to show, in an exit code and in words. */
    final int tell(CatalogAnswer answer) {
        PrintWriter err = spec.commandLine().getErr();
        return switch (answer) {
            case CatalogAnswer.Found _ -> ExitCode.OK;
            case CatalogAnswer.Undecided(var location) -> {
                out().println("Taken, not decided yet; ask again at " + location);
                yield ExitCode.PENDING;
            }
            case CatalogAnswer.Refused(var title, var reasons) -> {
                err.println(product + ": " + title);
                reasons.forEach(reason -> err.println("  " + reason));
                yield ExitCode.REFUSED;
            }
            case CatalogAnswer.Unreachable(var reason) -> {
                err.println("The catalog at " + options.catalog() + " does not answer as it should (" + reason
                        + "); check the address and that the mesh runs: mesh status, mesh up.");
                yield ExitCode.UNREACHABLE;
            }
        };
    }
}
