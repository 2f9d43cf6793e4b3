package io.meshwork.contract.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Collects the changes of one comparison. */
final class Findings {

    private final List<Change> changes = new ArrayList<>();

    void add(Place place, Ruling ruling, @Nullable Object before, @Nullable Object after) {
        changes.add(ruling.change(place, shown(before), shown(after)));
    }

    <T> void compare(List<? extends Attribute<T, ?>> table, T before, T after, Place place) {
        for (Attribute<T, ?> attribute : table) {
            attribute.compare(before, after, place, this);
        }
    }

    List<Change> byImpact() {
        return changes.stream().sorted(Comparator.comparing(Change::impact)).toList();
    }

    /** Enums and dates as JSON has them. */
    private static @Nullable Object shown(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Enum<?> word -> word.name().toLowerCase(Locale.ROOT);
            case LocalDate date -> date.toString();
            default -> value;
        };
    }
}
