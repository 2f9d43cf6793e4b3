package io.meshwork.cli.catalog;

import io.meshwork.cli.connection.CatalogAnswer;
import io.meshwork.cli.connection.CatalogClient;
import io.meshwork.cli.connection.CatalogCommand;
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
    protected final int run(CatalogClient catalog) {
        return run(product, catalog);
    }

    abstract int run(ProductName product, CatalogClient catalog);

    final ProductName product() {
        return product;
    }

    final int tell(CatalogAnswer answer) {
        return tell(product, answer);
    }
}
