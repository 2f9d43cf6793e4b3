package io.meshwork.contract.skeleton;

import io.meshwork.contract.model.OutputPort;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a topic, the rows of a file or table: what a contract is to be written about.
 *
 * @param name for people, such as that of the table
 * @param physicalName in its system, such as {@code shop.orders}
 * @param storage what it is there, in the words of ODCS' {@code physicalType}: topic, file, table, view
 * @param port where it is, as a server of the standard: {@code properties} hold its {@code type}
 * @param rows how many were seen, null when nobody looked
 */
public record Structure(
        String name,
        String physicalName,
        String storage,
        @Nullable String description,
        List<FoundField> fields,
        OutputPort port,
        @Nullable Long rows) {

    public Structure {
        fields = List.copyOf(fields);
    }
}
