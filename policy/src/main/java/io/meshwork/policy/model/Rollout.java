package io.meshwork.policy.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How much a policy weighs, and from when.
 *
 * @param first until the first stage begins
 * @param stages by their beginning, earliest first
 */
public record Rollout(Enforcement first, List<Stage> stages) {

    /** @param from when it begins, inclusive */
    public record Stage(Instant from, Enforcement enforcement) {}

    public Rollout {
        stages = List.copyOf(stages);
    }

    public static Rollout always(Enforcement enforcement) {
        return new Rollout(enforcement, List.of());
    }

    public Enforcement at(Instant moment) {
        Enforcement now = first;
        for (Stage stage : stages) {
            if (!stage.from().isAfter(moment)) {
                now = stage.enforcement();
            }
        }
        return now;
    }

    /** When the last stage begins; empty when there are none. */
    public Optional<Instant> last() {
        return stages.isEmpty()
                ? Optional.empty()
                : Optional.of(stages.getLast().from());
    }
}
