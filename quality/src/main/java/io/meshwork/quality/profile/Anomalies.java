package io.meshwork.quality.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is unusual about a profile, compared with earlier ones of the same product. A number {@code x} is unusual when
 *
 * <pre>
 * 0.6745 × |x − median| ÷ max(MAD, floor) > 3.5
 * </pre>
 *
 * where MAD is the median distance from the median (Iglewicz and Hoaglin's modified z-score), and the floor keeps numbers that hardly
 * ever change from being unusual at the first change: 1 percent of the median for rows, one percentage point for null rates.
 */
public final class Anomalies {

    static final int LEAST_HISTORY = 7;

    private static final double TO_SIGMA = 0.6745;
    private static final double UNUSUAL = 3.5;
    private static final int MOST_HINTS = 20;

    private Anomalies() {}

    /** @param history earlier profiles of the product, in any order; fewer than {@value #LEAST_HISTORY} of a dataset say nothing */
    public static List<String> hints(List<DataProfile> now, List<DataProfile> history) {
        List<String> hints = new ArrayList<>();
        for (DataProfile profile : now) {
            List<DataProfile> earlier = history.stream()
                    .filter(past -> past.dataset().equals(profile.dataset()) && past.rows() != null)
                    .toList();
            if (profile.rows() != null && earlier.size() >= LEAST_HISTORY) {
                rows(profile, earlier).ifPresent(hints::add);
                profile.fields().forEach(field -> nulls(profile, field, earlier).ifPresent(hints::add));
            }
        }
        return hints.stream().limit(MOST_HINTS).toList();
    }

    private static Optional<String> rows(DataProfile profile, List<DataProfile> earlier) {
        double rows = Objects.requireNonNull(profile.rows());
        List<Double> past = numbers(earlier, each -> each.rows() == null ? null : (double) each.rows());
        double median = median(past);
        return isUnusual(rows, past, Math.max(1, median / 100))
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "`%s` has %.0f rows; usual are about %.0f (the median of %d runs)",
                        profile.dataset(),
                        rows,
                        median,
                        past.size()))
                : Optional.empty();
    }

    private static Optional<String> nulls(DataProfile profile, FieldProfile field, List<DataProfile> earlier) {
        List<Double> past = numbers(earlier, each -> nullRate(each, field.name()));
        return past.size() >= LEAST_HISTORY && isUnusual(field.nullRate(), past, 0.01)
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "`%s` of `%s` is null in %.1f %% of the rows; usual are about %.1f %% (the median of %d runs)",
                        field.name(),
                        profile.dataset(),
                        100 * field.nullRate(),
                        100 * median(past),
                        past.size()))
                : Optional.empty();
    }

    private static @Nullable Double nullRate(DataProfile profile, String field) {
        return profile.fields().stream()
                .filter(each -> each.name().equals(field))
                .map(FieldProfile::nullRate)
                .findFirst()
                .orElse(null);
    }

    private static List<Double> numbers(List<DataProfile> profiles, Function<DataProfile, @Nullable Double> number) {
        List<Double> numbers = new ArrayList<>();
        for (DataProfile profile : profiles) {
            if (number.apply(profile) instanceof Double value) {
                numbers.add(value);
            }
        }
        return numbers;
    }

    static boolean isUnusual(double value, List<Double> past, double floor) {
        double median = median(past);
        double mad = median(past.stream().map(each -> Math.abs(each - median)).toList());
        return TO_SIGMA * Math.abs(value - median) / Math.max(mad, floor) > UNUSUAL;
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
