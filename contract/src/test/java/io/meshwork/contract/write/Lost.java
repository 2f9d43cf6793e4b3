package io.meshwork.contract.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * What one YAML document says and another does not, by pointer. Blanks around texts, nothing, {@code false} and {@code -1}
 * where they are the default, and what a newer version calls otherwise do not count.
 */
final class Lost {

    private static final Set<String> RENAMED = Set.of("rule", "validValues", "mustBeGreaterThanOrEqualTo");

    private final List<String> pointers = new ArrayList<>();

    private Lost() {}

    static List<String> between(String before, String after) {
        Lost lost = new Lost();
        lost.compare("", plain(before.replaceFirst("apiVersion: .*", "apiVersion: v3.1.0")), plain(after));
        return lost.pointers;
    }

    private static Object plain(String yaml) {
        return new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(yaml);
    }

    private void compare(String pointer, Object before, Object after) {
        switch (before) {
            case Map<?, ?> map
            when after instanceof Map<?, ?> other ->
                map.forEach((key, value) -> entry(pointer + "/" + key, String.valueOf(key), value, other));
            case List<?> list
            when after instanceof List<?> other && list.size() <= other.size() -> {
                for (int i = 0; i < list.size(); i++) {
                    compare(pointer + "/" + i, list.get(i), other.get(i));
                }
            }
            case String text when after instanceof String other && text.strip().equals(other.strip()) -> {}
            case Number number when after instanceof Number other && number.doubleValue() == other.doubleValue() -> {}
            case String only when after instanceof List<?> list && list.equals(List.of(only)) -> {}
            case null -> {}
            default -> {
                if (!Objects.equals(before, after)) {
                    pointers.add(pointer + ": " + before + " became " + after);
                }
            }
        }
    }

    private void entry(String pointer, String key, Object value, Map<?, ?> other) {
        boolean silent = Boolean.FALSE.equals(value)
                || Objects.equals(value, -1)
                || List.of().equals(value)
                || isEmpty(value);
        if (other.containsKey(key)) {
            compare(pointer, value, other.get(key));
        } else if (!silent && value != null && !RENAMED.contains(key)) {
            pointers.add(pointer + ": " + value);
        }
    }

    private static boolean isEmpty(Object value) {
        return value instanceof Map<?, ?> map && map.values().stream().allMatch(Objects::isNull);
    }
}
