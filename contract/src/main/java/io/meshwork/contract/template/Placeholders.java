package io.meshwork.contract.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code ${name}} in the texts of a document. One that is the whole text gives way to the value itself, a list or a number; in
 * a longer text the value is written out. Values are put into the tree and never into its YAML, so none can change its form.
 */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z][a-z0-9_]{0,62})}");

    private Placeholders() {}

    /** Names used anywhere in it. */
    static Set<String> in(@Nullable Object node) {
        Set<String> names = new TreeSet<>();
        collect(node, names);
        return names;
    }

    private static void collect(@Nullable Object node, Set<String> names) {
        switch (node) {
            case Map<?, ?> map -> map.values().forEach(value -> collect(value, names));
            case List<?> list -> list.forEach(item -> collect(item, names));
            case String text ->
                PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).forEach(names::add);
            case null, default -> {}
        }
    }

    /** With the values in their places; what has no value, and what is left without content by that, is left out. */
    static @Nullable Object filled(@Nullable Object node, Map<String, Object> values) {
        return switch (node) {
            case Map<?, ?> map -> map(map, values);
            case List<?> list -> list(list, values);
            case String text -> text(text, values);
            case null -> null;
            default -> node;
        };
    }

    /** Characters that the texts come to with the values in their places. */
    static long length(@Nullable Object node, Map<String, Object> values) {
        return switch (node) {
            case Map<?, ?> map ->
                map.values().stream().mapToLong(value -> length(value, values)).sum();
            case List<?> list ->
                list.stream().mapToLong(item -> length(item, values)).sum();
            case String text ->
                text.length()
                        + PLACEHOLDER
                                .matcher(text)
                                .results()
                                .mapToLong(found ->
                                        word(values.get(found.group(1))).length())
                                .sum();
            case null, default -> 0;
        };
    }

    private static Map<String, Object> map(Map<?, ?> map, Map<String, Object> values) {
        Map<String, Object> filled = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            Object one = filled(value, values);
            if (one != null && !isLeftEmpty(value, one)) {
                filled.put(String.valueOf(key), one);
            }
        });
        return filled;
    }

    private static List<Object> list(List<?> list, Map<String, Object> values) {
        List<Object> filled = new ArrayList<>();
        for (Object item : list) {
            Object one = filled(item, values);
            if (one instanceof List<?> several && item instanceof String) {
                filled.addAll(several);
            } else if (one != null && !isLeftEmpty(item, one)) {
                filled.add(one);
            }
        }
        return filled;
    }

    private static boolean isLeftEmpty(@Nullable Object before, Object after) {
        boolean empty =
                after instanceof Map<?, ?> map && map.isEmpty() || after instanceof List<?> list && list.isEmpty();
        return empty && !Objects.equals(before, after);
    }

    private static @Nullable Object text(String text, Map<String, Object> values) {
        Matcher whole = PLACEHOLDER.matcher(text);
        return whole.matches() ? values.get(whole.group(1)) : written(text, values);
    }

    /** Null when a value is missing: half a sentence helps nobody. */
    static @Nullable String written(String text, Map<String, Object> values) {
        if (!values.keySet().containsAll(in(text))) {
            return null;
        }
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(word(values.get(found.group(1)))));
    }

    private static String word(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }
}
