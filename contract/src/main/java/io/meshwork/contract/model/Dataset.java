package io.meshwork.contract.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table, file set or message type of the product (ODCS: schema object).
 *
 * @param name logical name; a descriptor with a single unnamed schema uses the product's name
 * @param physicalName name in the storage system, null when the same
 * @param dataGranularity what one row stands for, null when not stated
 */
public record Dataset(
        String name,
        @Nullable String physicalName,
        @Nullable String description,
        @Nullable String dataGranularity,
        List<Field> fields) {

    public Dataset {
        fields = List.copyOf(fields);
    }
}
