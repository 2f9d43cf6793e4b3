package io.meshwork.notifier.silence;

import io.meshwork.notifier.schedule.Window;
import io.meshwork.notifier.subscription.SubscriptionFault;
import io.meshwork.notifier.subscription.TimeWords;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hours of every week, in the words of the requester.
 *
 * @param days weekdays on which they begin, {@code mon} to {@code sun}; empty for all
 * @param from {@code HH:mm}
 * @param to exclusive, the next day when it is the earlier time
 * @param zone IANA name of the zone of these times
 */
public record WeeklyForm(
        List<String> days,
        @Nullable String from,
        @Nullable String to,
        @Nullable String zone) {

    public WeeklyForm {
        days = List.copyOf(days);
    }

    /** The words that mean these hours. */
    public static WeeklyForm of(Window window) {
        return new WeeklyForm(
                TimeWords.words(window.days()),
                window.from().toString(),
                window.to().toString(),
                window.zone().getId());
    }

    /**
     * @param faults takes everything that is wrong
     * @return null when they cannot be read
     */
    public @Nullable Window read(Collection<SubscriptionFault> faults) {
        int before = faults.size();
        var words = new TimeWords("/weekly", faults);
        require(words, "from", from, "say when the hours begin, such as 02:00");
        require(words, "to", to, "say when the hours end, such as 04:00");
        require(words, "zone", zone, "say in which zone these times are meant, such as Europe/Berlin or UTC");
        var weekdays = words.days("days", days);
        if (from == null || to == null || zone == null) {
            return null;
        }
        var begin = words.time("from", from);
        var end = words.time("to", to);
        var where = words.zone("zone", zone);
        if (faults.size() > before) {
            return null;
        }
        if (begin.equals(end)) {
            words.fault(
                    "to", "hours that end as they begin last for ever; without weekly a silence holds all the time");
            return null;
        }
        return new Window(begin, end, where, weekdays);
    }

    private static void require(TimeWords words, String field, @Nullable String word, String advice) {
        if (word == null) {
            words.fault(field, advice);
        }
    }
}
