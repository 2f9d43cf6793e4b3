package io.meshwork.contract.read.value;

import io.meshwork.contract.read.document.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The data that a check compares with, as it stands under {@value #ARGUMENT} of the check's arguments.
 *
 * @param product id of the product, null for the one that the check is of
 * @param version of the product, whole or its beginning such as {@code 2}; null for the latest
 * @param dataset name, null when the product has only one
 * @param fields of the dataset, in the order of the check's; empty when they have the same names
 * @param key of the dataset, in the order of the check's key; empty when they have the same names, or there is none
 */
public record Reference(
        @Nullable String product,
        @Nullable String version,
        @Nullable String dataset,
        List<String> fields,
        List<String> key) {

    public static final String ARGUMENT = "reference";

    /** Argument of a check against a reference: the fields that say which row of the reference is meant. */
    public static final String KEY = "key";

    /** Argument of a check against a reference: by how much numbers may differ. */
    public static final String TOLERANCE = "tolerance";

    public Reference {
        fields = List.copyOf(fields);
        key = List.copyOf(key);
    }

    /** The opposite of {@link #toMap}; empty for anything else. */
    public static Optional<Reference> of(@Nullable Object argument) {
        return argument instanceof Map<?, ?> map
                ? Optional.of(new Reference(
                        text(map.get("product")),
                        text(map.get("version")),
                        text(map.get("dataset")),
                        texts(map.get("fields")),
                        texts(map.get("key"))))
                : Optional.empty();
    }

    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "product", product);
        put(map, "version", version);
        put(map, "dataset", dataset);
        put(map, "fields", fields);
        put(map, "key", key);
        return map;
    }

    /** @param own fields and key of the check, so that each has its counterpart */
    public static Reference read(Section section, String fieldsKey, List<String> own, List<String> ownKey) {
        String product = section.text("product");
        if (product != null && !isProduct(product)) {
            section.error("product", "invalid", Quoted.of(product) + " is no id of a product", "Write `domain.name`.");
        }
        List<String> fields = new ArrayList<>(section.texts(fieldsKey));
        String one = section.text(fieldsKey.substring(0, fieldsKey.length() - 1));
        if (one != null) {
            fields.add(one);
        }
        Reference reference =
                new Reference(product, section.written("version"), section.text("dataset"), fields, section.texts(KEY));
        pairs(section, fieldsKey, fields, own);
        pairs(section, KEY, reference.key(), ownKey);
        section.close();
        return reference;
    }

    /** By how much numbers may differ; null when nothing is said. */
    public static @Nullable Double tolerance(Section section) {
        Double tolerance = section.number(TOLERANCE);
        if (tolerance != null && tolerance < 0) {
            section.error(
                    TOLERANCE,
                    "invalid",
                    "a tolerance is not below 0",
                    "Write by how much numbers may differ, such as 0.01.");
        }
        return tolerance;
    }

    /** What a check compares is one thing. */
    public static void alone(Section section, String expression) {
        section.error(
                expression, "conflict", "a check with a reference has no expression as well", "Write two checks.");
    }

    private static void pairs(Section section, String key, List<String> theirs, List<String> own) {
        if (!theirs.isEmpty() && theirs.size() != own.size()) {
            section.error(
                    key,
                    "unequal",
                    "the check has " + own.size() + " of them here and " + theirs.size() + " in the reference",
                    "Name as many on both sides, in the same order.");
        }
    }

    private static boolean isProduct(String id) {
        int dot = id.indexOf('.');
        return dot > 0 && Ids.isValid(id.substring(0, dot)) && Ids.isValid(id.substring(dot + 1));
    }

    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
            map.put(key, value);
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String || value instanceof Number ? value.toString() : null;
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
