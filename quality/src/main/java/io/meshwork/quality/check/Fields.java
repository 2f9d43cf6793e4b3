package io.meshwork.quality.check;

import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.model.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the column of a field by the name that a check gives it. */
final class Fields {

    private final List<Field> declared;

    Fields(@Nullable Dataset dataset) {
        this.declared = dataset == null ? List.of() : dataset.fields();
    }

    List<Field> declared() {
        return declared;
    }

    /** A name that the schema does not know is taken for a column: a descriptor may declare checks without a schema. */
    Column column(String name) {
        List<String> path = new ArrayList<>();
        walk(name).forEach(field -> path.add(field.column()));
        return path.isEmpty() ? Column.named(name) : new Column(path);
    }

    Optional<Field> field(String name) {
        return Optional.ofNullable(walk(name).isEmpty() ? null : walk(name).getLast());
    }

    /** Whether the values are inside a list, so that there is no one value per row. */
    boolean isInsideArray(String name) {
        List<Field> path = walk(name);
        return path.stream().limit(Math.max(0, path.size() - 1)).anyMatch(field -> "array".equals(field.type()));
    }

    private List<Field> walk(String name) {
        return walk(declared, name);
    }

    /** Names may hold dots themselves, so the longest way that ends in a field counts. */
    private static List<Field> walk(List<Field> fields, String name) {
        for (Field field : fields) {
            if (field.name().equals(name)) {
                return List.of(field);
            }
        }
        for (Field field : fields) {
            if (name.startsWith(field.name() + ".")) {
                List<Field> rest =
                        walk(field.fields(), name.substring(field.name().length() + 1));
                if (!rest.isEmpty()) {
                    List<Field> path = new ArrayList<>(List.of(field));
                    path.addAll(rest);
                    return path;
                }
            }
        }
        return List.of();
    }
}
