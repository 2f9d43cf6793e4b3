package io.meshwork.quality.profile;

import io.meshwork.quality.check.Column;
import io.meshwork.quality.engine.ColumnFigures;
import io.meshwork.quality.engine.Look;
import io.meshwork.quality.personal.Detection;
import io.meshwork.quality.personal.Detector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a profile of what an engine saw. Values leave it only where nothing says that they are about people. */
public final class Profiling {

    private static final int MOST_TOP_VALUES = 5;
    /** What stands in fewer rows may be about one person. */
    private static final int LEAST_REPEATED = 3;

    private static final int LONGEST_SHOWN = 40;
    /** Texts with more distinct values than this are no categories. */
    private static final int MOST_CATEGORIES = 100;

    private Profiling() {}

    /**
     * A profile, and the columns whose values may be shown.
     *
     * @param shown columns of the data in which nobody found or declared personal data
     */
    public record Profiled(DataProfile profile, Set<Column> shown) {}

    public static Profiled of(String dataset, Declared declared, Look look) {
        return switch (look) {
            case Look.Unseen(String reason) -> new Profiled(DataProfile.without(dataset, reason), Set.of());
            case Look.Seen seen -> of(dataset, declared, seen);
        };
    }

    private static Profiled of(String dataset, Declared declared, Look.Seen seen) {
        List<FieldProfile> fields = new ArrayList<>();
        Set<Column> shown = new HashSet<>();
        for (ColumnFigures figures : seen.columns()) {
            FieldProfile field = field(figures, declared, seen.rows());
            fields.add(field);
            if (field.hidden() == null) {
                shown.add(figures.column());
            }
        }
        return new Profiled(
                new DataProfile(
                        dataset,
                        seen.rows(),
                        seen.sampled(),
                        fields,
                        seen.left(),
                        seen.took().toNanos() / 1000,
                        null),
                shown);
    }

    private static FieldProfile field(ColumnFigures figures, Declared declared, long rows) {
        Optional<Declared.Entry> entry = declared.entry(figures.column());
        String name = entry.map(Declared.Entry::name).orElse(figures.column().toString());
        Detection found = Detector.detect(figures.column().path().getLast(), figures.sample())
                .orElse(null);
        String hidden = hidden(figures, entry, declared, found);
        boolean category =
                figures.distinct() <= MOST_CATEGORIES && figures.distinct() * LEAST_REPEATED <= figures.filled();
        boolean bounded = hidden == null && (!figures.isText() || category);
        return new FieldProfile(
                name,
                entry.isPresent(),
                figures.type(),
                rows == 0 ? 0 : 1 - (double) figures.filled() / rows,
                figures.type().equals("nested") ? null : figures.distinct(),
                bounded ? figures.least() : null,
                bounded ? figures.greatest() : null,
                figures.shortest(),
                figures.longest(),
                hidden == null ? top(figures.sample()) : List.of(),
                hidden,
                entry.map(Declared.Entry::speaks).orElse(false) ? null : found);
    }

    private static @Nullable String hidden(
            ColumnFigures figures, Optional<Declared.Entry> entry, Declared declared, @Nullable Detection found) {
        if (entry.map(Declared.Entry::personal).orElse(false)) {
            return "declared as personal or classified";
        }
        if (found != null) {
            return "seems to be personal: " + found.kind().word();
        }
        if (!entry.map(Declared.Entry::open).orElse(declared.isOpen())) {
            return "the product is classified";
        }
        return figures.type().equals("nested") ? "nested" : null;
    }

    private static List<TopValue> top(List<String> sample) {
        Map<String, Long> counts = sample.stream()
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .filter(entry ->
                        entry.getValue() >= LEAST_REPEATED && entry.getKey().length() <= LONGEST_SHOWN)
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_TOP_VALUES)
                .map(entry -> new TopValue(entry.getKey(), (double) entry.getValue() / sample.size()))
                .toList();
    }
}
