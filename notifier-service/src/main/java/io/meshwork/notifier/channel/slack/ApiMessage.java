package io.meshwork.notifier.channel.slack;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.meshwork.notifier.telling.Told.MessageRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Slack's Web API takes for <a href="https://docs.slack.dev/reference/methods/chat.postMessage">chat.postMessage</a> and <a
 * href="https://docs.slack.dev/reference/methods/chat.update">chat.update</a>.
 *
 * @param ts of the message to change, null for a new one
 * @param threadTs of the message that this one answers, null for one of its own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApiMessage(
        String channel,
        @Nullable String ts,
        @JsonProperty("thread_ts") @Nullable String threadTs,
        @JsonProperty("reply_broadcast") @Nullable Boolean aloud,
        String text,
        boolean mrkdwn,
        List<Block> blocks) {

    static ApiMessage post(String channel, SlackMessage message) {
        return new ApiMessage(channel, null, null, null, message.text(), message.mrkdwn(), message.blocks());
    }

    static ApiMessage change(MessageRef ref, SlackMessage message) {
        return new ApiMessage(ref.place(), ref.id(), null, null, message.text(), message.mrkdwn(), message.blocks());
    }

    static ApiMessage reply(MessageRef ref, SlackMessage message, boolean aloud) {
        return new ApiMessage(ref.place(), null, ref.id(), aloud, message.text(), message.mrkdwn(), message.blocks());
    }
}
