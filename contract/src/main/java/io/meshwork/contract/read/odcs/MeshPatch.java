package io.meshwork.contract.read.odcs;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.read.DataProductJson;
import io.meshwork.contract.read.document.Quoted;
import io.meshwork.contract.read.value.CustomProperties;
import io.meshwork.contract.read.value.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What a product of another kind has and a contract of the standard has no words for, such as declared consumers. When it is
 * written in the standard, this goes to the custom property {@value CustomProperties#MESH} of the root: parts of the product
 * in its own JSON form, which take the place of what the contract says, key by key, and {@code custom}, which adds to it.
 */
public final class MeshPatch {

    /** The parts that have a place nowhere else; everything else is said by the contract alone. */
    public static final List<String> PARTS = List.of(
            "title",
            "type",
            "classification",
            "inputPorts",
            "qualityChecks",
            "consumers",
            "retention",
            "accessPolicy",
            "terms");

    private static final String CUSTOM = "custom";

    private MeshPatch() {}

    static DataProduct apply(DataProduct product, @Nullable Section mesh) {
        if (mesh == null) {
            return product;
        }
        Map<String, @Nullable Object> patched = new LinkedHashMap<>(DataProductJson.toMap(product));
        mesh.plain().forEach((key, value) -> patch(patched, key, value, mesh));
        try {
            return DataProductJson.fromMap(patched);
        } catch (JacksonException wrong) {
            mesh.error(
                    "invalid",
                    "the custom property `" + CustomProperties.MESH + "` does not hold parts of a product: "
                            + wrong.getOriginalMessage(),
                    "Remove it, or write the contract again from the product it was made of.");
            return product;
        }
    }

    private static void patch(Map<String, @Nullable Object> product, String key, @Nullable Object value, Section mesh) {
        if (key.equals(CUSTOM) && value instanceof Map<?, ?> more) {
            product.put(CUSTOM, added(product.get(CUSTOM), more));
        } else if (PARTS.contains(key)
                && value instanceof Map<?, ?> some
                && product.get(key) instanceof Map<?, ?> whole) {
            product.put(key, replaced(whole, some));
        } else if (PARTS.contains(key)) {
            product.put(key, value);
        } else {
            mesh.warning(
                    key,
                    "unknown",
                    "the custom property `" + CustomProperties.MESH + "` has no part " + Quoted.of(key),
                    "Write one of " + String.join(", ", PARTS) + ", " + CUSTOM + ".");
        }
    }

    private static Map<String, @Nullable Object> replaced(Map<?, ?> whole, Map<?, ?> some) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        whole.forEach((key, value) -> all.put(String.valueOf(key), value));
        some.forEach((key, value) -> all.put(String.valueOf(key), value));
        return all;
    }

    /** What the contract itself says stays. */
    private static Map<String, @Nullable Object> added(@Nullable Object custom, Map<?, ?> more) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        if (custom instanceof Map<?, ?> own) {
            own.forEach((key, value) -> all.put(String.valueOf(key), value));
        }
        more.forEach((key, value) -> {
            String name = String.valueOf(key);
            boolean both = all.get(name) instanceof Map && value instanceof Map;
            if (both) {
                all.put(name, added(all.get(name), (Map<?, ?>) value));
            } else if (!all.containsKey(name)) {
                all.put(name, value);
            }
        });
        return all;
    }
}
