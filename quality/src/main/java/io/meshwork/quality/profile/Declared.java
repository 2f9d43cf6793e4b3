package io.meshwork.quality.profile;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.model.Field;
import io.meshwork.quality.check.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a contract says of the columns of a dataset: their names, and whether their values may be shown. */
public final class Declared {

    private static final Set<String> OPEN =
            Set.of("public", "open", "internal", "general", "none", "unclassified", "unrestricted");

    /** Of a field that looks personal and is about nobody, as in the policies. */
    private static final String NOT_PERSONAL = "not-personal";

    /**
     * @param cleared somebody looked at it and says that it is about no person
     * @param open whether anyone who sees the product may see values
     */
    record Entry(String name, boolean personal, boolean cleared, boolean open) {

        /** Whether the contract says one or the other about personal data. */
        boolean speaks() {
            return personal || cleared;
        }
    }

    private final Map<Column, Entry> entries = new LinkedHashMap<>();
    private final List<Column> key = new ArrayList<>();
    private final boolean open;

    private Declared(boolean open) {
        this.open = open;
    }

    public static Declared of(DataProduct product, String dataset) {
        Declared declared = new Declared(isOpen(product.classification()));
        product.schema().stream()
                .filter(candidate -> candidate.name().equals(dataset))
                .findFirst()
                .map(Dataset::fields)
                .orElse(List.of())
                .forEach(field -> declared.add(field, List.of(), "", false));
        return declared;
    }

    /** A field inside a personal one is personal, too. */
    private void add(Field field, List<String> parents, String prefix, boolean inside) {
        List<String> path =
                Stream.concat(parents.stream(), Stream.of(field.column())).toList();
        boolean classified = field.classification() != null && !isOpen(field.classification());
        boolean personal = inside || field.pii() || classified;
        if (field.fields().isEmpty() || "array".equals(field.type())) {
            Column column = new Column(path);
            entries.put(
                    column,
                    new Entry(prefix + field.name(), personal, field.tags().contains(NOT_PERSONAL), open && !personal));
            if (field.primaryKey()) {
                key.add(column);
            }
        } else {
            field.fields().forEach(nested -> add(nested, path, prefix + field.name() + ".", personal));
        }
    }

    private static boolean isOpen(@Nullable String classification) {
        return classification == null || OPEN.contains(classification.strip().toLowerCase(Locale.ROOT));
    }

    /** In the contract's order. */
    public List<Column> columns() {
        return List.copyOf(entries.keySet());
    }

    /** Columns of the primary key: they tell a row from others. */
    public List<Column> key() {
        return List.copyOf(key);
    }

    Optional<Entry> entry(Column column) {
        return Optional.ofNullable(entries.get(column));
    }

    /** Whether values of a column that the contract does not know may be shown. */
    boolean isOpen() {
        return open;
    }
}
