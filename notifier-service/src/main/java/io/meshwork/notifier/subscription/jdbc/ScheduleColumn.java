package io.meshwork.notifier.subscription.jdbc;

import io.meshwork.notifier.schedule.Schedule;
import io.meshwork.notifier.subscription.ScheduleForm;
import io.meshwork.notifier.subscription.SubscriptionFault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The words of a schedule as JSON, null for at once. */
final class ScheduleColumn {

    private static final JsonMapper JSON = new JsonMapper();

    private ScheduleColumn() {}

    static @Nullable String write(Schedule schedule) {
        return schedule.equals(Schedule.AT_ONCE) ? null : JSON.writeValueAsString(ScheduleForm.of(schedule));
    }

    static Schedule read(ResultSet row) throws SQLException {
        var words = row.getString("schedule");
        if (words == null) {
            return Schedule.AT_ONCE;
        }
        var faults = new ArrayList<SubscriptionFault>();
        var schedule = JSON.readValue(words, ScheduleForm.class).read(faults);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("subscription.schedule of '" + row.getString("id") + "' cannot be read: "
                    + faults.getFirst().message() + "; a newer version of the notifier, or of Java, wrote it");
        }
        return schedule;
    }
}
