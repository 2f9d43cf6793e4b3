package io.meshwork.contract.change;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.model.Field;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field with what else its author wrote about it.
 *
 * @param custom the part of the product's custom values that belongs to the field, empty when there is none
 */
record FieldNode(Field field, Map<?, ?> custom) {

    static List<FieldNode> of(DataProduct product, Dataset dataset) {
        return of(dataset.fields(), map(map(product.custom(), "schema"), dataset.name()));
    }

    List<FieldNode> nested() {
        return of(field.fields(), custom);
    }

    /** What the business calls it, or where it is defined; null when nobody says so. */
    @Nullable
    Object definition() {
        Object name = custom.get("businessName");
        return name != null ? name : custom.get("authoritativeDefinitions");
    }

    private static List<FieldNode> of(List<Field> fields, Map<?, ?> owner) {
        Map<?, ?> properties = map(owner, "properties");
        Map<?, ?> items = map(map(owner, "items"), "properties");
        return fields.stream()
                .map(field -> new FieldNode(
                        field, map(properties.containsKey(field.name()) ? properties : items, field.name())))
                .toList();
    }

    private static Map<?, ?> map(Map<?, ?> owner, String key) {
        return owner.get(key) instanceof Map<?, ?> map ? map : Map.of();
    }
}
