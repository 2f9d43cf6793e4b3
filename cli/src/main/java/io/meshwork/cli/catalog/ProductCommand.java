package io.meshwork.cli.catalog;

import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.CatalogCommand;
import io.meshwork.cli.connection.ProductName;
import java.util.List;
import picocli.CommandLine.Parameters;

/** A command about one product of the catalog. */
abstract class ProductCommand extends CatalogCommand {

    @Parameters(
            paramLabel = "PRODUCT",
            converter = ProductName.Converter.class,
            description = "domain.name, or domain.name@version.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ProductName product;

    @Override
    protected final int run(ApiClient catalog) {
        return run(product, catalog);
    }

    abstract int run(ProductName product, ApiClient catalog);

    final ProductName product() {
        return product;
    }

    final int tell(ApiAnswer answer) {
        return answer instanceof ApiAnswer.Refused(var code, var _, var _) && code.equals("product.unknown")
                ? tell(product, new ApiAnswer.Refused(code, "not in the catalog; " + whatThereIs(), List.of()))
                : tell(product, answer);
    }

    /** As commands, where the catalog's own answer names paths. */
    private String whatThereIs() {
        return product.version() == null
                ? "mesh search tells what is."
                : "mesh history " + product.id() + " tells its versions, mesh search which products there are.";
    }
}
