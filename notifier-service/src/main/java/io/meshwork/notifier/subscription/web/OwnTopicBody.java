package io.meshwork.notifier.subscription.web;

import io.meshwork.notifier.subscription.OwnTopic;
import io.meshwork.notifier.subscription.OwnTopicForm;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "SubscriptionOwnTopic",
        description = "A topic that carries this subscription alone; for the channel feed")
record OwnTopicBody(
        @Schema(description = "Hours that its records are kept, 1 to 8760; default as on the public feed") @Nullable
        Integer retentionHours,

        @Schema(description = "Who may read it: a user of the broker, by name and without User:") @Nullable
        String reader) {

    static @Nullable OwnTopicBody of(@Nullable OwnTopic topic) {
        if (topic == null) {
            return null;
        }
        var words = OwnTopicForm.of(topic);
        return new OwnTopicBody(words.retentionHours(), words.reader());
    }

    static @Nullable OwnTopicForm toForm(@Nullable OwnTopicBody body) {
        return body == null ? null : new OwnTopicForm(body.retentionHours(), body.reader());
    }
}
