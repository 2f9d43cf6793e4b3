package io.meshwork.quality.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What moved a score from one run to the next. With {@code S} for the score before, {@code s} for a check's score and {@code a}
 * for its share of all weights, before and after, a check contributes
 *
 * <pre>
 * a₂ × (s₂ − S) − a₁ × (s₁ − S)
 * </pre>
 *
 * where what is not there counts 0. Since the shares of a run sum up to 1, the contributions sum up to the change of the score; a
 * check that only lost weight to a new one contributes by how far it is from the score.
 *
 * @param change null when either run has no score
 * @param checks by the size of what they contributed, largest first
 */
public record Explanation(
        @Nullable Double before,
        @Nullable Double after,
        @Nullable Double change,
        List<CheckChange> checks) {

    public Explanation {
        checks = List.copyOf(checks);
    }

    /**
     * @param before score in the earlier run, null when it had none or the check was not there
     * @param contribution to the change of the product's score; null when that has none
     */
    public record CheckChange(
            String name,
            String dataset,
            String dimension,
            @Nullable CheckStatus statusBefore,
            @Nullable CheckStatus statusAfter,
            @Nullable Double before,
            @Nullable Double after,
            @Nullable Double contribution) {}

    /** Checks are the same when dataset and name are; of equal ones, the first is the first. */
    private record Key(String dataset, String name, int occurrence) {}

    public static Explanation of(Scorecard before, Scorecard after) {
        Map<Key, CheckScore> old = keyed(before);
        Map<Key, CheckScore> now = keyed(after);
        Double base = before.score();
        boolean scored = base != null && after.score() != null;
        List<Key> keys = new ArrayList<>(now.keySet());
        old.keySet().stream().filter(key -> !now.containsKey(key)).forEach(keys::add);
        List<CheckChange> changes = new ArrayList<>();
        for (Key key : keys) {
            CheckScore was = old.get(key);
            CheckScore is = now.get(key);
            Double contribution = scored
                    ? pull(is, after, Objects.requireNonNull(base)) - pull(was, before, Objects.requireNonNull(base))
                    : null;
            changes.add(change(Objects.requireNonNull(is == null ? was : is), was, is, contribution));
        }
        changes.sort(Comparator.comparingDouble(
                        (CheckChange c) -> c.contribution() == null ? 0 : -Math.abs(c.contribution()))
                .thenComparing(CheckChange::dataset)
                .thenComparing(CheckChange::name));
        return new Explanation(
                base,
                after.score(),
                scored ? Objects.requireNonNull(after.score()) - Objects.requireNonNull(base) : null,
                changes);
    }

    private static CheckChange change(
            CheckScore check, @Nullable CheckScore was, @Nullable CheckScore is, @Nullable Double contribution) {
        return new CheckChange(
                check.name(),
                check.dataset(),
                check.dimension(),
                was == null ? null : was.status(),
                is == null ? null : is.status(),
                was == null ? null : was.score(),
                is == null ? null : is.score(),
                contribution);
    }

    /** How far a check pulls the score of its run away from the base. */
    private static double pull(@Nullable CheckScore check, Scorecard run, double base) {
        if (check == null || check.score() == null) {
            return 0;
        }
        return Scoring.weight(check) * (check.score() - base) / Scoring.weights(run.checks());
    }

    private static Map<Key, CheckScore> keyed(Scorecard run) {
        Map<Key, CheckScore> keyed = new LinkedHashMap<>();
        Map<List<String>, Integer> seen = new HashMap<>();
        for (CheckScore check : run.checks()) {
            int occurrence = seen.merge(List.of(check.dataset(), check.name()), 1, Integer::sum);
            keyed.put(new Key(check.dataset(), check.name(), occurrence), check);
        }
        return keyed;
    }
}
