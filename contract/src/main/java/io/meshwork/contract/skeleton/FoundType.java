package io.meshwork.contract.skeleton;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The type of a field that was found.
 *
 * @param logical in the words of ODCS; null when none of them fits, as for a union of text and number
 * @param physical in the words of its system, null when it has none
 * @param options what narrows it (ODCS: {@code logicalTypeOptions})
 * @param values all that there can be, of an enumeration; empty for other types
 * @param items of an array, null for other types and when nothing is known of them
 * @param members of an object; empty for other types and when nothing is known of them
 */
public record FoundType(
        @Nullable String logical,
        @Nullable String physical,
        Map<String, Object> options,
        List<String> values,
        @Nullable FoundType items,
        List<FoundField> members) {

    public FoundType {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        values = List.copyOf(values);
        members = List.copyOf(members);
    }

    public static FoundType of(@Nullable String logical, @Nullable String physical) {
        return new FoundType(logical, physical, Map.of(), List.of(), null, List.of());
    }

    public static FoundType oneOf(String physical, List<String> values) {
        return new FoundType("string", physical, Map.of(), values, null, List.of());
    }

    public static FoundType arrayOf(FoundType items) {
        return new FoundType("array", null, Map.of(), List.of(), items, List.of());
    }

    public static FoundType object(@Nullable String physical, List<FoundField> members) {
        return new FoundType("object", physical, Map.of(), List.of(), null, members);
    }

    public FoundType with(String option, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(options);
        more.put(option, value);
        return new FoundType(logical, physical, more, values, items, members);
    }
}
