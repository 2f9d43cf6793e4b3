package io.meshwork.contract.change;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.model.Field;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A field with what else its author wrote about it, which the model keeps among the product's custom values. */
record FieldNode(Field field, Custom custom) {

    /** Where constraints on the values are kept. */
    static final String OPTIONS = "logicalTypeOptions";

    /** A mapping among the custom values, empty when there is none, and the JSON pointer to it. */
    record Custom(Map<?, ?> values, String pointer) {

        Custom child(String key) {
            Map<?, ?> child = values.get(key) instanceof Map<?, ?> map ? map : Map.of();
            return new Custom(child, child.isEmpty() ? "" : pointer + "/" + Place.token(key));
        }
    }

    static List<FieldNode> of(DataProduct product, Dataset dataset) {
        Custom custom = new Custom(product.custom(), "/custom");
        return of(dataset.fields(), custom.child("schema").child(dataset.name()));
    }

    List<FieldNode> nested() {
        return of(field.fields(), custom);
    }

    /** Constraints on the values: pattern, format, minimum, … */
    Custom options() {
        return custom.child(OPTIONS);
    }

    /** What the business calls it, or where it is defined; null when nobody says so. */
    @Nullable
    Object definition() {
        Object name = custom.values().get("businessName");
        return name != null ? name : custom.values().get("authoritativeDefinitions");
    }

    boolean sameAs(FieldNode other) {
        return field.equals(other.field) && custom.values().equals(other.custom.values());
    }

    private static List<FieldNode> of(List<Field> fields, Custom owner) {
        Custom properties = owner.child("properties");
        Custom items = owner.child("items").child("properties");
        return fields.stream()
                .map(field -> new FieldNode(
                        field,
                        (properties.values().containsKey(field.name()) ? properties : items).child(field.name())))
                .toList();
    }
}
