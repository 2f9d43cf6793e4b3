package io.meshwork.notifier.channel.slack;

import java.net.URI;

/** Where messages of a target go. Addresses and tokens are secrets, so nothing prints them. */
sealed interface Destination {

    /** Whether a message there can be changed later. */
    boolean canChange();

    /** An incoming webhook: what was sent stands. */
    record Webhook(URI address) implements Destination {

        @Override
        public boolean canChange() {
            return false;
        }

        @Override
        public String toString() {
            return "Webhook[***]";
        }
    }

    /**
     * A channel that a bot writes to.
     *
     * @param api where Slack's Web API is, with a slash at its end
     * @param channel its id, such as C0123456789
     */
    record Conversation(URI api, String token, String channel) implements Destination {

        @Override
        public boolean canChange() {
            return true;
        }

        @Override
        public String toString() {
            return "Conversation[channel=" + channel + ", token=***]";
        }
    }
}
