package io.meshwork.cli.catalog;

import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.CatalogCommand;
import io.meshwork.cli.connection.ProductName;
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
        return tell(product, answer);
    }
}
