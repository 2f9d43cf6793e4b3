package io.meshwork.cli.policy;

import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.ApiCommand;
import io.meshwork.cli.connection.PolicyOptions;
import picocli.CommandLine.Mixin;

/** A command that asks the policy service. */
public abstract class PolicyServiceCommand extends ApiCommand {

    @Mixin
    private final PolicyOptions options = new PolicyOptions();

    @Override
    protected final ApiClient client() {
        return new ApiClient("policy service", options.policies(), options.token());
    }
}
