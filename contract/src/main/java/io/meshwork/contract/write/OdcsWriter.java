package io.meshwork.contract.write;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.Field;
import io.meshwork.contract.read.ContractReader;
import io.meshwork.contract.read.DataProductJson;
import io.meshwork.contract.read.ReadResult;
import io.meshwork.contract.read.odcs.MeshPatch;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a product as a contract of the Open Data Contract Standard, v3.1.0, in YAML. Reading it again gives the same product,
 * but for the pointers of checks that came from another kind of document. What the standard has no words for goes to custom
 * properties named {@code meshwork}; comments, the order of keys and blanks around texts are not part of a product.
 */
public final class OdcsWriter {

    private static final String CUSTOM = "custom";

    /** Of a field without anything but a name of one letter. */
    private static final int LEAST_BYTES = "- name: a\n".length();

    private OdcsWriter() {}

    /**
     * @param product one that a reader accepted
     * @throws IllegalArgumentException when the product is none that any document could hold, such as one with an invalid id
     */
    public static String write(DataProduct product) {
        if (fields(product) > ContractReader.MAX_BYTES / LEAST_BYTES) {
            throw new IllegalArgumentException("no contract can hold the " + fields(product) + " fields of the product "
                    + product.id() + ": it has at most " + ContractReader.MAX_BYTES + " bytes");
        }
        return written(product, false)
                .or(() -> written(product, true))
                .orElseThrow(() -> new IllegalArgumentException("no contract can hold the product " + product.id()
                        + ": it breaks the rules that hold for a contract that is read"));
    }

    private static int fields(DataProduct product) {
        return product.schema().stream()
                .mapToInt(dataset -> fields(dataset.fields()))
                .sum();
    }

    private static int fields(List<Field> fields) {
        return fields.size()
                + fields.stream().mapToInt(field -> fields(field.fields())).sum();
    }

    /** Empty when what comes back is another product. */
    private static Optional<String> written(DataProduct product, boolean foreign) {
        WrittenContract contract = new WrittenContract(product, foreign);
        return read(YamlText.of(contract.toMap(Map.of())))
                .map(plain -> YamlText.of(contract.toMap(missing(product, plain))))
                .filter(text -> read(text).filter(back -> isSame(back, product)).isPresent());
    }

    private static Optional<DataProduct> read(String text) {
        return switch (new ContractReader().read(text)) {
            case ReadResult.Accepted accepted -> Optional.of(accepted.product());
            case ReadResult.Refused refused -> Optional.empty();
        };
    }

    /** The parts of the product that the contract does not say by itself. */
    private static Map<String, @Nullable Object> missing(DataProduct product, DataProduct said) {
        Map<String, Object> wanted = withoutPointers(product);
        Map<String, Object> found = withoutPointers(said);
        Map<String, @Nullable Object> missing = new LinkedHashMap<>(changed(wanted, found, MeshPatch.PARTS));
        Map<String, @Nullable Object> custom = more(product.custom(), said.custom());
        if (!custom.isEmpty()) {
            missing.put(CUSTOM, custom);
        }
        return missing;
    }

    /** Those of the keys whose values differ, with null for one that must go; inside mappings, only what differs there. */
    private static Map<String, @Nullable Object> changed(Map<?, ?> wanted, Map<?, ?> found, Collection<?> keys) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        for (Object key : keys) {
            Object there = found.get(key);
            if (wanted.get(key) instanceof Map<?, ?> inside && there instanceof Map<?, ?> thereInside) {
                Set<Object> all = new TreeSet<>(inside.keySet());
                all.addAll(thereInside.keySet());
                Map<String, @Nullable Object> deeper = changed(inside, thereInside, all);
                if (!deeper.isEmpty()) {
                    changed.put(String.valueOf(key), deeper);
                }
            } else if (!Objects.equals(wanted.get(key), there)) {
                changed.put(String.valueOf(key), wanted.get(key));
            }
        }
        return changed;
    }

    private static Map<String, @Nullable Object> more(Map<?, ?> wanted, Map<?, ?> found) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>();
        wanted.forEach((key, value) -> {
            Object there = found.get(key);
            if (value instanceof Map<?, ?> inside && there instanceof Map<?, ?> thereInside) {
                Map<String, @Nullable Object> deeper = more(inside, thereInside);
                if (!deeper.isEmpty()) {
                    more.put(String.valueOf(key), deeper);
                }
            } else if (!found.containsKey(key)) {
                more.put(String.valueOf(key), value);
            }
        });
        return more;
    }

    private static boolean isSame(DataProduct one, DataProduct other) {
        return one.custom().equals(other.custom()) && withoutPointers(one).equals(withoutPointers(other));
    }

    private static Map<String, Object> withoutPointers(DataProduct product) {
        return DataProductJson.toMap(Pointers.without(product));
    }
}
