package io.meshwork.contract.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One property of a dataset.
 *
 * @param type logical type: string, date, timestamp, time, number, integer, object, array, boolean; null when not stated
 * @param physicalType the storage system's type, null when not stated
 * @param required a null value breaks the contract
 * @param unique two equal values break the contract
 * @param primaryKey part of the primary key
 * @param primaryKeyPosition place in the primary key, from 1; null when not stated
 * @param pii holds personal data, as declared
 * @param classification sensitivity of this field, null when that of the product
 * @param options what narrows the type (ODCS: {@code logicalTypeOptions}): format, pattern, minLength, maximum, multipleOf,
 *     minItems, …; numbers, text, booleans or lists as written
 * @param items what each element of an array is, without a name and without {@code fields}; null when not stated
 * @param fields nested properties of an object, or of the items of an array
 */
public record Field(
        String name,
        @Nullable String physicalName,
        @Nullable String type,
        @Nullable String physicalType,
        @Nullable String description,
        boolean required,
        boolean unique,
        boolean primaryKey,
        @Nullable Integer primaryKeyPosition,
        boolean pii,
        @Nullable String classification,
        List<String> tags,
        Map<String, Object> options,
        @Nullable Field items,
        List<Field> fields) {

    public Field {
        tags = List.copyOf(tags);
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        fields = List.copyOf(fields);
    }

    /** A field without position, options and items. */
    public Field(
            String name,
            @Nullable String physicalName,
            @Nullable String type,
            @Nullable String physicalType,
            @Nullable String description,
            boolean required,
            boolean unique,
            boolean primaryKey,
            boolean pii,
            @Nullable String classification,
            List<String> tags,
            List<Field> fields) {
        this(
                name,
                physicalName,
                type,
                physicalType,
                description,
                required,
                unique,
                primaryKey,
                null,
                pii,
                classification,
                tags,
                Map.of(),
                null,
                fields);
    }

    /** The column that holds it: the physical name when there is one. */
    public String column() {
        return physicalName != null ? physicalName : name;
    }
}
