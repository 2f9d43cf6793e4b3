package io.meshwork.notifier.silence.web;

import io.meshwork.notifier.schedule.Window;
import io.meshwork.notifier.silence.WeeklyForm;
import io.meshwork.notifier.subscription.SubscriptionFault;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(name = "SilenceWindow", description = "Hours of every week, as for maintenance")
record WeeklyBody(
        @Schema(description = "Weekdays on which they begin, mon to sun; default all") @Nullable
        List<@Nullable String> days,

        @Schema(description = "When they begin, such as 02:00") @Nullable
        String from,

        @Schema(description = "When they end, on the next day when it is the earlier time") @Nullable
        String to,

        @Schema(description = "Time zone of these times by its IANA name, such as Europe/Berlin") @Nullable
        String zone) {

    static @Nullable WeeklyBody of(@Nullable Window weekly) {
        if (weekly == null) {
            return null;
        }
        var words = WeeklyForm.of(weekly);
        return new WeeklyBody(List.copyOf(words.days()), words.from(), words.to(), words.zone());
    }

    WeeklyForm toForm(Collection<SubscriptionFault> faults) {
        return new WeeklyForm(SilenceBody.words("/weekly/days", days, faults), from, to, zone);
    }
}
