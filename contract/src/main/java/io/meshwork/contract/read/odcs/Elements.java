package io.meshwork.contract.read.odcs;

import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.model.Field;
import io.meshwork.contract.read.document.Quoted;
import io.meshwork.contract.read.value.Section;
import io.meshwork.contract.read.value.Suggestions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The objects and properties that a reference may name: {@code object}, {@code object.property}, or {@code property}, by
 * logical or physical name. A reference with a slash, hash or colon leaves the document or goes by ids, and is left alone.
 */
final class Elements {

    private static final int MOST_TO_SUGGEST = 1_000;

    /** Longer paths are not looked for, so that deep nesting of long names cannot fill the memory. */
    private static final int LONGEST = 256;

    private final List<Dataset> datasets;
    private final Set<String> objects = new HashSet<>();
    private final Set<String> known = new HashSet<>();

    Elements(List<Dataset> datasets) {
        this.datasets = List.copyOf(datasets);
    }

    /** Warns of a property that is not there: the standard lets contracts point at what is described elsewhere. */
    void checkProperty(Section section, String key, String reference) {
        learn();
        if (!isElsewhere(reference) && !known.isEmpty() && !known.contains(reference)) {
            warn(section, key, reference, known);
        }
    }

    /** As {@link #checkProperty}; an object will do as well. */
    void checkElement(Section section, String key, String reference) {
        learn();
        if (!objects.contains(reference)) {
            checkProperty(section, key, reference);
        }
    }

    private static void warn(Section section, String key, String reference, Set<String> known) {
        section.warning(
                key,
                "dangling",
                Quoted.of(reference) + " is not in the schema of this contract",
                (known.size() > MOST_TO_SUGGEST ? "" : Suggestions.didYouMean(reference, known))
                        + "Write `object.property` as the schema names them, or add it there.");
    }

    private static boolean isElsewhere(String reference) {
        return reference.chars().anyMatch(c -> c == '/' || c == '#' || c == ':');
    }

    /** Most contracts refer to nothing, so the names are gathered when first asked for. */
    private void learn() {
        if (!objects.isEmpty()) {
            return;
        }
        for (Dataset dataset : datasets) {
            add(dataset.name(), dataset.fields());
            objects.add(dataset.name());
            if (dataset.physicalName() instanceof String physical && objects.add(physical)) {
                add(physical, dataset.fields());
            }
            dataset.fields().forEach(field -> known.addAll(List.of(field.name(), field.column())));
        }
    }

    private void add(String home, List<Field> fields) {
        for (Field field : fields) {
            String path = home + "." + field.name();
            if (path.length() <= LONGEST) {
                known.add(path);
                known.add(home + "." + field.column());
                add(path, field.fields());
            }
        }
    }
}
