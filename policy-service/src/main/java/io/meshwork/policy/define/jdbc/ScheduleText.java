package io.meshwork.policy.define.jdbc;

import io.meshwork.policy.model.Enforcement;
import io.meshwork.policy.model.Rollout;
import io.meshwork.policy.model.Rollout.Stage;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The stages of a roll-out as they are kept: {@code 2027-01-31T00:00:00Z mandatory}, joined by commas. */
final class ScheduleText {

    private ScheduleText() {}

    static String write(Rollout rollout) {
        return rollout.stages().stream()
                .map(stage -> stage.from() + " " + stage.enforcement().text())
                .collect(Collectors.joining(","));
    }

    static List<Stage> read(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).map(ScheduleText::stage).toList();
    }

    private static Stage stage(String text) {
        String[] parts = text.split(" ");
        return new Stage(Instant.parse(parts[0]), Enforcement.valueOf(parts[1].toUpperCase(Locale.ROOT)));
    }
}
