package io.meshwork.cli.subscription;

import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.ApiCommand;
import io.meshwork.cli.connection.NotifierOptions;
import picocli.CommandLine.Mixin;

/** A command that asks the notifier. */
abstract class NotifierCommand extends ApiCommand {

    static final String PATH = "subscriptions";

    @Mixin
    private final NotifierOptions options = new NotifierOptions();

    @Override
    protected final ApiClient client() {
        return new ApiClient("notifier", options.notifier(), options.token());
    }

    static String path(String subscription) {
        return PATH + "/" + ApiClient.encoded(subscription);
    }
}
