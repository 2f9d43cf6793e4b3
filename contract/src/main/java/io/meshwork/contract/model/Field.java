package io.meshwork.contract.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One property of a dataset.
 *
 * @param type logical type: string, date, timestamp, time, number, integer, object, array, boolean; null when not stated
 * @param physicalType the storage system's type, null when not stated
 * @param required a null value breaks the contract
 * @param unique two equal values break the contract
 * @param primaryKey part of the primary key
 * @param pii holds personal data, as declared
 * @param classification sensitivity of this field, null when that of the product
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
        boolean pii,
        @Nullable String classification,
        List<String> tags,
        List<Field> fields) {

    public Field {
        tags = List.copyOf(tags);
        fields = List.copyOf(fields);
    }

    /** The column that holds it: the physical name when there is one. */
    public String column() {
        return physicalName != null ? physicalName : name;
    }
}
