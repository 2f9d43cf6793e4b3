package io.meshwork.cli.connection;

import picocli.CommandLine.Mixin;

/** A command that asks the catalog. */
public abstract class CatalogCommand extends ApiCommand {

    @Mixin
    private final CatalogOptions options = new CatalogOptions();

    @Override
    protected final ApiClient client() {
        return new ApiClient("catalog", options.catalog(), options.token());
    }
}
