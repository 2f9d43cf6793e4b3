package io.meshwork.cli.quality;

import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.ApiCommand;
import io.meshwork.cli.connection.QualityOptions;
import picocli.CommandLine.Mixin;

/** A command that asks the quality service. */
public abstract class QualityServiceCommand extends ApiCommand {

    @Mixin
    private final QualityOptions options = new QualityOptions();

    @Override
    protected final ApiClient client() {
        return new ApiClient("quality service", options.quality(), options.token());
    }
}
