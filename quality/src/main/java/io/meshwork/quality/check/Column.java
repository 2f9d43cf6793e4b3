package io.meshwork.quality.check;

import java.util.List;

/**
 * Where a field's values are.
 *
 * @param path the column first, then the members of nested objects
 */
public record Column(List<String> path) {

    public Column {
        path = List.copyOf(path);
    }

    public static Column named(String name) {
        return new Column(List.of(name));
    }

    /** The column of the file. */
    public String top() {
        return path.getFirst();
    }

    public boolean isNested() {
        return path.size() > 1;
    }

    @Override
    public String toString() {
        return String.join(".", path);
    }
}
