package io.meshwork.contract.write;

import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.model.Field;
import io.meshwork.contract.read.value.CustomProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Datasets as objects with their properties. */
final class WrittenSchema {

    private static final String PROPERTIES = "properties";
    private static final String ITEMS = "items";

    /** Not the author's, but levels that lead to what the author wrote further in. */
    private static final Set<String> LEVELS = Set.of(PROPERTIES, ITEMS);

    private final WrittenRules rules;
    private final Map<String, Object> kept;

    /**
     * @param kept what the authors of objects wrote beyond the model, by name
     */
    WrittenSchema(WrittenRules rules, Map<String, Object> kept) {
        this.rules = rules;
        this.kept = kept;
    }

    List<Map<String, @Nullable Object>> objects(List<Dataset> datasets) {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        for (Dataset dataset : datasets) {
            objects.add(object(dataset, "/schema/" + objects.size()));
        }
        return objects;
    }

    private Map<String, @Nullable Object> object(Dataset dataset, String place) {
        Map<String, Object> own = Tree.branch(kept, dataset.name());
        return new Tree()
                .put("name", dataset.name())
                .put("physicalName", dataset.physicalName())
                .put("description", dataset.description())
                .put("dataGranularityDescription", dataset.dataGranularity())
                .kept(own, LEVELS)
                .put(PROPERTIES, properties(dataset.fields(), own, place))
                .put("quality", rules.atObject(place, dataset.name()))
                .toMap();
    }

    private List<Map<String, @Nullable Object>> properties(List<Field> fields, Map<String, Object> kept, String home) {
        Map<String, Object> byName = Tree.branch(kept, PROPERTIES);
        List<Map<String, @Nullable Object>> properties = new ArrayList<>();
        for (Field field : fields) {
            String place = home + "/properties/" + properties.size();
            properties.add(property(field, field.fields(), Tree.branch(byName, field.name()), place));
        }
        return properties;
    }

    /** The properties of the objects in an array stand inside its items, however many arrays deep. */
    private Map<String, @Nullable Object> property(
            Field field, List<Field> inside, Map<String, Object> own, String place) {
        Tree property = new Tree()
                .put("name", field.name().isEmpty() ? null : field.name())
                .put("physicalName", field.physicalName())
                .put("logicalType", field.type())
                .put("logicalTypeOptions", field.options())
                .put("physicalType", field.physicalType())
                .put("description", field.description())
                .flag("required", field.required())
                .flag("unique", field.unique())
                .flag("primaryKey", field.primaryKey())
                .put("primaryKeyPosition", field.primaryKeyPosition())
                .put("classification", field.classification())
                .put("tags", field.tags())
                .kept(own, LEVELS);
        if (field.pii() && !isSaidToBePersonal(field, own)) {
            property.addCustomProperty(CustomProperties.MESH, Map.of("pii", true));
        }
        Field items = field.items();
        if (items == null) {
            property.put(PROPERTIES, properties(inside, own, place));
        } else {
            property.put(ITEMS, property(items, inside, Tree.branch(own, ITEMS), place + "/items"));
        }
        return property.put("quality", rules.at(place)).toMap();
    }

    private static boolean isSaidToBePersonal(Field field, Map<String, Object> own) {
        boolean tagged = field.tags().stream().anyMatch("pii"::equalsIgnoreCase);
        return tagged
                || (own.get("customProperties") instanceof List<?> properties
                        && properties.stream().anyMatch(WrittenSchema::saysPersonal));
    }

    private static boolean saysPersonal(@Nullable Object property) {
        return property instanceof Map<?, ?> written
                && "pii".equals(written.get("property"))
                && "true".equalsIgnoreCase(String.valueOf(written.get("value")));
    }
}
