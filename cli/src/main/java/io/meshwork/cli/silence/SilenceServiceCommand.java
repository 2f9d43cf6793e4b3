package io.meshwork.cli.silence;

import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.ApiCommand;
import io.meshwork.cli.connection.NotifierOptions;
import picocli.CommandLine.Mixin;

/** A command about silences, which the notifier keeps. */
abstract class SilenceServiceCommand extends ApiCommand {

    static final String PATH = "silences";

    @Mixin
    private final NotifierOptions options = new NotifierOptions();

    @Override
    protected final ApiClient client() {
        return new ApiClient("notifier", options.notifier(), options.token());
    }

    static String path(String silence) {
        return PATH + "/" + ApiClient.encoded(silence);
    }
}
