package io.meshwork.cli.incident;

import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.ApiCommand;
import io.meshwork.cli.connection.NotifierOptions;
import picocli.CommandLine.Mixin;

/** A command about incidents, which the notifier keeps. */
abstract class IncidentServiceCommand extends ApiCommand {

    static final String PATH = "incidents";

    @Mixin
    private final NotifierOptions options = new NotifierOptions();

    @Override
    protected final ApiClient client() {
        return new ApiClient("notifier", options.notifier(), options.token());
    }

    static String path(String incident) {
        return PATH + "/" + ApiClient.encoded(incident);
    }
}
