package io.meshwork.contract.change;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table of rules.
 *
 * @param name of the attribute in JSON
 */
record Attribute<T, V>(String name, Getter<T, V> getter, Rule<V> rule) {

    /** Reads the attribute. */
    @FunctionalInterface
    interface Getter<T, V> {
        @Nullable
        V of(T owner);
    }

    void compare(T before, T after, Place place, Findings findings) {
        V old = getter.of(before);
        V now = getter.of(after);
        if (!Objects.equals(old, now)) {
            findings.add(place.child(name), rule.judge(old, now), old, now);
        }
    }
}
