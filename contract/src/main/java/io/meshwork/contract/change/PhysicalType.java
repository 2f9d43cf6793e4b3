package io.meshwork.contract.change;

import static io.meshwork.contract.change.Ruling.breaking;
import static io.meshwork.contract.change.Ruling.reworded;
import static io.meshwork.contract.change.Ruling.risky;
import static io.meshwork.contract.change.Ruling.safe;

import io.meshwork.contract.change.Change.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A storage's own type such as {@code varchar(20)} or {@code DECIMAL(10, 2)}.
 *
 * @param sizes of which more is wider; empty when none is written or they are not numbers
 */
record PhysicalType(String name, List<Long> sizes) {

    static Ruling judge(@Nullable String before, @Nullable String after) {
        if (before == null) {
            return safe("The type in the storage is now said.");
        }
        if (after == null) {
            return risky("The type in the storage is no longer said; it may change without notice.");
        }
        PhysicalType old = of(before);
        PhysicalType now = of(after);
        if (old.equals(now)) {
            return reworded("The type in the storage is written differently and is the same.");
        }
        return now.isWiderThan(old)
                ? risky("Consumers with room for {before} may meet values that need {after}.")
                        .as(Kind.LOOSENED)
                : old.isWiderThan(now)
                        ? breaking("Values that were longer or more precise than {after} are cut.")
                                .as(Kind.TIGHTENED)
                        : breaking("Consumers that read {before} from the storage get {after}.");
    }

    private boolean isWiderThan(PhysicalType other) {
        if (!name.equals(other.name) || sizes.size() != other.sizes.size() || sizes.isEmpty()) {
            return false;
        }
        for (int i = 0; i < sizes.size(); i++) {
            if (sizes.get(i) < other.sizes.get(i)) {
                return false;
            }
        }
        return sizes.size() != 2 || beforeThePoint() >= other.beforeThePoint();
    }

    /** Digits before the decimal point of {@code decimal(precision, scale)}. */
    private long beforeThePoint() {
        return sizes.getFirst() - sizes.getLast();
    }

    private static PhysicalType of(String written) {
        String bare = written.replace(" ", "").toLowerCase(Locale.ROOT);
        int open = bare.indexOf('(');
        String inside = open < 0 || !bare.endsWith(")") ? "" : bare.substring(open + 1, bare.length() - 1);
        return inside.matches("\\d{1,9}(,\\d{1,9})*+")
                ? new PhysicalType(
                        bare.substring(0, open),
                        Arrays.stream(inside.split(",", -1)).map(Long::valueOf).toList())
                : new PhysicalType(bare, List.of());
    }
}
