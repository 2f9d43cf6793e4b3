package io.meshwork.contract.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mapping of the document while it is written, in the order of its keys. */
final class Tree {

    private final Map<String, @Nullable Object> entries = new LinkedHashMap<>();

    /** Nothing, an empty list and an empty mapping are not written. */
    Tree put(String key, @Nullable Object value) {
        boolean empty = value == null
                || (value instanceof Collection<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
        if (!empty) {
            entries.put(key, value);
        }
        return this;
    }

    Tree flag(String key, boolean value) {
        return put(key, value ? true : null);
    }

    /** What the author wrote takes the place of what the model says. */
    Tree kept(Map<String, ?> kept, Set<String> except) {
        kept.forEach((key, value) -> {
            if (!except.contains(key)) {
                entries.put(key, value);
            }
        });
        return this;
    }

    Tree addCustomProperty(String name, Map<String, ?> value) {
        List<?> before = entries.get("customProperties") instanceof List<?> list ? list : List.of();
        List<Object> all = new ArrayList<>(before);
        all.add(new Tree().put("property", name).put("value", value).toMap());
        return put("customProperties", all);
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    Map<String, @Nullable Object> toMap() {
        return entries;
    }

    /** The mapping under a key; empty when there is none. */
    static Map<String, Object> branch(Map<String, ?> map, String key) {
        Map<String, Object> branch = new LinkedHashMap<>();
        if (map.get(key) instanceof Map<?, ?> child) {
            child.forEach((name, value) -> putAny(branch, String.valueOf(name), value));
        }
        return branch;
    }

    @SuppressWarnings("NullAway") // the author's nulls are kept, as in any JSON object
    private static void putAny(Map<String, Object> map, String key, @Nullable Object value) {
        map.put(key, value);
    }
}
