package io.meshwork.quality.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a JSON document and where it stands. What is not there, or of another kind, is null or empty.
 *
 * @param value a map by names, a list, text, a {@link Double}, a {@link Boolean}, or null
 * @param pointer JSON pointer (RFC 6901)
 */
record Node(@Nullable Object value, String pointer) {

    Node at(String name) {
        return new Node(
                value instanceof Map<?, ?> map ? map.get(name) : null,
                pointer + "/" + name.replace("~", "~0").replace("/", "~1"));
    }

    /** The first of these properties that is there. */
    Node either(String... names) {
        for (String name : names) {
            Node found = at(name);
            if (found.value != null) {
                return found;
            }
        }
        return at(names[0]);
    }

    boolean has(String name) {
        return value instanceof Map<?, ?> map && map.containsKey(name);
    }

    boolean isObject() {
        return value instanceof Map;
    }

    boolean isList() {
        return value instanceof List;
    }

    boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }

    @Nullable
    Boolean truth() {
        return value instanceof Boolean truth ? truth : null;
    }

    List<Node> items() {
        List<Node> items = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object item : list) {
                items.add(new Node(item, pointer + "/" + items.size()));
            }
        }
        return items;
    }

    /** The values of an object, whatever their names. */
    List<Node> values() {
        List<Node> values = new ArrayList<>();
        if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(name -> values.add(at(String.valueOf(name))));
        }
        return values;
    }

    /** Text that is not blank. */
    @Nullable
    String text() {
        return value instanceof String text && !text.isBlank() ? text : null;
    }

    String text(String otherwise) {
        String text = text();
        return text == null ? otherwise : text;
    }

    @Nullable
    Double number() {
        return value instanceof Double number && Double.isFinite(number) ? number : null;
    }

    /** A whole number that is not negative. */
    @Nullable
    Long count() {
        Double number = number();
        return number != null && number >= 0 && number == Math.rint(number) && number < 1e15
                ? (Long) number.longValue()
                : null;
    }
}
