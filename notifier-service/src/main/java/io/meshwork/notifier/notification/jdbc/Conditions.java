package io.meshwork.notifier.notification.jdbc;

import io.meshwork.notifier.notification.DeliveryState;
import io.meshwork.notifier.notification.Query.Wanted;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wanted as conditions of a statement; those of what is not named are left out, so that an index fits the others. */
final class Conditions {

    private final StringBuilder text = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();

    Conditions(Wanted wanted) {
        var kind = wanted.kind();
        var channel = wanted.channel();
        var state = wanted.state();
        add("product_id = :product", "product", wanted.product());
        add(
                "subscription_id in (select id from subscription where subscriber = :subscriber)",
                "subscriber",
                wanted.subscriber());
        add("subscription_id = :subscription", "subscription", wanted.subscription());
        add("kind = :kind", "kind", kind == null ? null : kind.word());
        add("channel = :channel", "channel", channel == null ? null : channel.word());
        add(stateCondition(state), "state", state == null ? null : state.word());
        add("recorded_at >= :from", "from", utc(wanted.from()));
        add("recorded_at < :until", "until", utc(wanted.until()));
    }

    /** To stand behind another condition. */
    String text() {
        return text.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void add(String condition, String parameter, @Nullable Object value) {
        if (value != null) {
            text.append(" and ").append(condition);
            parameters.put(parameter, value);
        }
    }

    /** Names the condition of the partial index, which the planner cannot infer from a parameter. */
    private static String stateCondition(@Nullable DeliveryState state) {
        return state == DeliveryState.SENT ? "state = :state" : "state = :state and state <> 'sent'";
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
