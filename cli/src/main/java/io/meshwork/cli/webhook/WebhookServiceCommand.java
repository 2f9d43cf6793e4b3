package io.meshwork.cli.webhook;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.ApiCommand;
import io.meshwork.cli.connection.NotifierOptions;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** A command about webhooks, which the notifier keeps. */
abstract class WebhookServiceCommand extends ApiCommand {

    @Mixin
    private final NotifierOptions options = new NotifierOptions();

    @Override
    protected final ApiClient client() {
        return new ApiClient("notifier", options.notifier(), options.token());
    }

    static String path(String webhook) {
        return "webhooks/" + ApiClient.encoded(webhook);
    }

    final int tellSecret(JsonNode answer) {
        out().println("Its secret, which is not told again: "
                + answer.path("secret").asString(""));
        return ExitCode.OK;
    }
}
