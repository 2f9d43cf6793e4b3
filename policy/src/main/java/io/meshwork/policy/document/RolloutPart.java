package io.meshwork.policy.document;

import io.meshwork.policy.model.Enforcement;
import io.meshwork.policy.model.Rollout;
import io.meshwork.policy.model.Rollout.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code enforcement}, and {@code schedule} with what it becomes later. */
final class RolloutPart {

    private static final String SCHEDULE = "schedule";
    private static final String STAGE = "Write stages such as `- {from: 2027-01-31, enforcement: mandatory}`.";
    private static final int MOST = 20;

    private RolloutPart() {}

    static @Nullable Rollout read(Part spec) {
        Enforcement first = Words.required(spec, "enforcement", Enforcement.values(), Enforcement::text);
        List<Part> parts = spec.optionalParts(SCHEDULE, STAGE);
        List<Stage> stages = new ArrayList<>();
        for (Part part : parts) {
            Instant from = moment(part);
            Enforcement enforcement = Words.required(part, "enforcement", Enforcement.values(), Enforcement::text);
            part.close();
            if (from != null && enforcement != null) {
                if (!stages.isEmpty() && !from.isAfter(stages.getLast().from())) {
                    part.problem(
                            "order", "from", "the stage begins before the one above it", "Put the earliest first.");
                }
                stages.add(new Stage(from, enforcement));
            }
        }
        if (parts.size() > MOST) {
            spec.problem("too-many", SCHEDULE, "there are more than " + MOST + " stages", "Leave out what is over.");
        }
        return first == null ? null : new Rollout(first, stages);
    }

    private static @Nullable Instant moment(Part part) {
        String text = part.required("from", "Write the day on which the stage begins, such as 2027-01-31.");
        if (text == null) {
            return null;
        }
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeParseException e) {
            part.problem(
                    "invalid",
                    "from",
                    "`from` is neither a day nor a point in time",
                    "Write a day such as 2027-01-31, which begins at midnight UTC, or 2027-01-31T06:00:00Z.");
            return null;
        }
    }
}
