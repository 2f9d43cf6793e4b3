package io.meshwork.cli.slo;

import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.ApiCommand;
import io.meshwork.cli.connection.QualityOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** A command that asks the quality service. */
abstract class QualityServiceCommand extends ApiCommand {

    @Mixin
    private final QualityOptions options = new QualityOptions();

    @Override
    protected final ApiClient client() {
        return new ApiClient("quality service", options.quality(), options.token());
    }

    static String parameter(String name, @Nullable String value) {
        return value == null ? "" : "&" + name + "=" + ApiClient.encoded(value);
    }
}
