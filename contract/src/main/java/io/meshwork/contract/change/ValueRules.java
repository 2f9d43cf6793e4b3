package io.meshwork.contract.change;

import static io.meshwork.contract.change.Ruling.breaking;
import static io.meshwork.contract.change.Ruling.risky;

import io.meshwork.contract.change.Change.Kind;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What changes of the values a field may have mean: patterns, bounds, lists of valid values. */
final class ValueRules {

    private static final Set<String> LOWER_BOUNDS =
            Set.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");
    private static final Set<String> UPPER_BOUNDS =
            Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");

    private static final Ruling FIRST = risky("Values are now limited; data that were written before may lie outside.")
            .as(Kind.ADDED);
    private static final Ruling NO_LONGER = risky(
                    "Values are no longer limited; consumers may meet some they do not expect.")
            .as(Kind.REMOVED);
    private static final Ruling NARROWED = breaking(
                    "Values that were valid are not any more: from {before} to {after}.")
            .as(Kind.TIGHTENED);
    private static final Ruling WIDENED = risky(
                    "Consumers may meet values they do not expect: from {before} to {after}.")
            .as(Kind.LOOSENED);
    private static final Ruling DIFFERENT = breaking("Consumers that rely on {before} meet other values: {after}.")
            .as(Kind.CHANGED);

    private ValueRules() {}

    /** Judges one entry of a mapping; at most one of the two values is null. */
    @FunctionalInterface
    interface EntryRule {
        Ruling judge(String key, @Nullable Object before, @Nullable Object after);
    }

    /** Compares a mapping entry by entry; people see the entries as attributes of its owner. */
    static void compareAll(
            Map<String, Object> before,
            Map<String, Object> after,
            Place owner,
            String name,
            EntryRule rule,
            Findings findings) {
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            Object old = before.get(key);
            Object now = after.get(key);
            if (!same(old, now)) {
                String token = "/" + name + "/" + Place.token(key);
                Place place = owner.child(key).at(owner.before() + token, owner.after() + token);
                findings.add(place, rule.judge(key, old, now), old, now);
            }
        }
    }

    /** Lists of values have no order. */
    static boolean same(@Nullable Object before, @Nullable Object after) {
        return before instanceof Collection<?> old && after instanceof Collection<?> now
                ? new HashSet<>(old).equals(new HashSet<>(now))
                : Objects.equals(before, after);
    }

    static Ruling judge(String key, @Nullable Object before, @Nullable Object after) {
        if (before == null) {
            return FIRST;
        }
        if (after == null) {
            return NO_LONGER;
        }
        if (before instanceof Collection<?> old && after instanceof Collection<?> now) {
            return sets(old, now);
        }
        if (before instanceof Number old && after instanceof Number now) {
            return bounds(key, new BigDecimal(old.toString()).compareTo(new BigDecimal(now.toString())));
        }
        return DIFFERENT;
    }

    private static Ruling bounds(String key, int order) {
        boolean raised = order < 0;
        return LOWER_BOUNDS.contains(key)
                ? (raised ? NARROWED : WIDENED)
                : UPPER_BOUNDS.contains(key) ? (raised ? WIDENED : NARROWED) : DIFFERENT;
    }

    private static Ruling sets(Collection<?> before, Collection<?> after) {
        Set<?> old = new HashSet<>(before);
        Set<?> now = new HashSet<>(after);
        return old.containsAll(now) ? NARROWED : now.containsAll(old) ? WIDENED : DIFFERENT;
    }
}
