package io.meshwork.contract.read.value;

import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.model.Field;
import io.meshwork.contract.read.document.Quoted;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The fields of a dataset that checks may name; those inside objects by their dotted path. */
public final class FieldPaths {

    /** Longer paths are not offered, so that deep nesting of long names cannot fill the memory. */
    public static final int LONGEST = 512;

    /** Among more fields the search for the one that was meant takes too long. */
    private static final int MOST_TO_SUGGEST = 1_000;

    private final String dataset;
    private final Set<String> paths = new HashSet<>();

    public FieldPaths(Dataset dataset) {
        this.dataset = dataset.name();
        add("", dataset.fields());
    }

    /** An error for every name that is no field; a dataset without fields says nothing about them. */
    public void check(Section section, String key, List<String> names) {
        for (String name : names) {
            if (!paths.isEmpty() && !paths.contains(name)) {
                section.error(
                        key,
                        "unknown",
                        "the field " + Quoted.of(name) + " is not in the schema of " + Quoted.of(dataset),
                        hint(name) + "Name a field of the schema, or add it there.");
            }
        }
    }

    private String hint(String name) {
        return paths.size() > MOST_TO_SUGGEST ? "" : Suggestions.didYouMean(name, paths);
    }

    private void add(String prefix, List<Field> fields) {
        for (Field field : fields) {
            String path = prefix + field.name();
            if (path.length() <= LONGEST) {
                paths.add(path);
                add(path + ".", field.fields());
            }
        }
    }
}
