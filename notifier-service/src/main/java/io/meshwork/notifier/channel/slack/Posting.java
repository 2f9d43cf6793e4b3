package io.meshwork.notifier.channel.slack;

import io.meshwork.notifier.telling.Told.MessageRef;

/** What is sent to Slack in one turn. */
sealed interface Posting {

    SlackMessage message();

    record New(SlackMessage message) implements Posting {}

    /**
     * A message that says something else now.
     *
     * @param reply what happened, for its thread
     * @param aloud whether the reply shows in the channel, too
     */
    record Changed(MessageRef ref, SlackMessage message, SlackMessage reply, boolean aloud) implements Posting {}
}
