package io.meshwork.contract.change;

import static io.meshwork.contract.change.Ruling.safe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What authors wrote beyond the model, compared down to the value; it is safe, since no promise is made by it. */
final class CustomChanges {

    private static final Ruling NO_PROMISE = safe("Nobody is promised anything by it.");
    private static final List<String> NATURAL_KEYS = List.of("id", "name", "property", "key", "url");

    /** The author's own null, as opposed to nothing. */
    private enum Written {
        NULL
    }

    private final Findings findings;

    private CustomChanges(Findings findings) {
        this.findings = findings;
    }

    static void compare(Map<String, Object> before, Map<String, Object> after, Findings findings) {
        if (!before.equals(after)) {
            new CustomChanges(findings).maps(before, after, Place.ROOT.child("custom"));
        }
    }

    private void values(@Nullable Object before, @Nullable Object after, Place place) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before instanceof Map<?, ?> old && after instanceof Map<?, ?> now) {
            maps(old, now, place);
        } else if (before instanceof List<?> old && after instanceof List<?> now) {
            lists(old, now, place);
        } else {
            findings.add(place, NO_PROMISE, before, after);
        }
    }

    private void maps(Map<?, ?> before, Map<?, ?> after, Place place) {
        Map<String, Object> keys = new TreeMap<>();
        before.forEach((key, value) -> keys.put(String.valueOf(key), key));
        after.forEach((key, value) -> keys.put(String.valueOf(key), key));
        keys.forEach((name, key) -> values(value(before, key), value(after, key), place.child(name)));
    }

    private static @Nullable Object value(Map<?, ?> map, Object key) {
        Object value = map.get(key);
        return value == null && map.containsKey(key) ? Written.NULL : value;
    }

    private void lists(List<?> before, List<?> after, Place place) {
        for (String key : NATURAL_KEYS) {
            Map<Object, Integer> old = index(before, key);
            Map<Object, Integer> now = index(after, key);
            if (!old.isEmpty() && !now.isEmpty()) {
                elements(before, old, after, now, place);
                return;
            }
        }
        findings.add(place, NO_PROMISE, before, after);
    }

    private void elements(
            List<?> before, Map<Object, Integer> old, List<?> after, Map<Object, Integer> now, Place place) {
        old.forEach((name, index) -> {
            Integer other = now.get(name);
            Place item = place.item(index, other == null ? 0 : other, String.valueOf(name));
            values(before.get(index), other == null ? null : after.get(other), item);
        });
        now.forEach((name, index) -> {
            if (!old.containsKey(name)) {
                values(null, after.get(index), place.item(0, index, String.valueOf(name)));
            }
        });
    }

    /** Where each element stands by its natural key; empty when it is not the natural key of all elements. */
    private static Map<Object, Integer> index(List<?> list, String key) {
        Map<Object, Integer> index = new LinkedHashMap<>();
        for (int i = 0; i < list.size(); i++) {
            Object name = list.get(i) instanceof Map<?, ?> map ? map.get(key) : null;
            if (name == null || index.putIfAbsent(name, i) != null) {
                return Map.of();
            }
        }
        return index;
    }
}
