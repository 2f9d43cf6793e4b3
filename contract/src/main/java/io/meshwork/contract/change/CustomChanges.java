package io.meshwork.contract.change;

import static io.meshwork.contract.change.Ruling.breaking;
import static io.meshwork.contract.change.Ruling.safe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What authors wrote beyond the model, compared down to the value. It is safe, since no promise is made by it; but for what ODCS
 * says there about the items of arrays.
 */
final class CustomChanges {

    private static final Ruling NO_PROMISE = safe("Nobody is promised anything by it.");
    private static final Ruling ITEM_TYPE = breaking("Consumers that read items of type {before} get {after}.");
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

    private void values(@Nullable Object before, @Nullable Object after, Place place, Ruling ruling) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before instanceof Map<?, ?> old && after instanceof Map<?, ?> now) {
            maps(old, now, place);
        } else if (before instanceof List<?> old && after instanceof List<?> now) {
            lists(old, now, place);
        } else {
            findings.add(place, ruling, before, after);
        }
    }

    private void maps(Map<?, ?> before, Map<?, ?> after, Place place) {
        Map<String, Object> keys = new TreeMap<>();
        before.forEach((key, value) -> keys.put(String.valueOf(key), key));
        after.forEach((key, value) -> keys.put(String.valueOf(key), key));
        boolean inSchema = place.path().startsWith("custom.schema.");
        boolean items = inSchema && isItems(place.path());
        keys.forEach((name, key) -> {
            Object old = value(before, key);
            Object now = value(after, key);
            if (inSchema && name.equals(FieldNode.OPTIONS)) {
                itemOptions(items, old, now, place.child(name));
            } else {
                values(old, now, place.child(name), items ? itemRuling(name, old, now) : NO_PROMISE);
            }
        });
    }

    private static boolean isItems(String path) {
        return path.endsWith(".items") && !path.endsWith(".properties.items");
    }

    private static Ruling itemRuling(String key, @Nullable Object before, @Nullable Object after) {
        boolean type = key.equals("logicalType") || key.equals("physicalType");
        return type && before != null && after != null ? ITEM_TYPE : NO_PROMISE;
    }

    /** The options of a field are compared with the field. */
    private void itemOptions(boolean items, @Nullable Object before, @Nullable Object after, Place place) {
        if (items && before instanceof Map<?, ?> old && after instanceof Map<?, ?> now) {
            ValueRules.compareOptions(
                    new FieldNode.Custom(old, place.before()), new FieldNode.Custom(now, place.after()), place, findings);
        } else if (items && !Objects.equals(before, after)) {
            findings.add(place, ValueRules.judge(FieldNode.OPTIONS, before, after), before, after);
        }
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
            values(before.get(index), other == null ? null : after.get(other), item, NO_PROMISE);
        });
        now.forEach((name, index) -> {
            if (!old.containsKey(name)) {
                values(null, after.get(index), place.item(0, index, String.valueOf(name)), NO_PROMISE);
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
