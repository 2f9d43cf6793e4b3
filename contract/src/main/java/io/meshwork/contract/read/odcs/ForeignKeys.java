package io.meshwork.contract.read.odcs;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The {@code relationships} of a contract of the standard, as it is kept, between its own objects. Those that lead into other
 * documents name files, which a product is not.
 */
public final class ForeignKeys {

    /**
     * @param fields of the dataset
     * @param counterparts fields of the other dataset, in the same order
     */
    public record ForeignKey(List<String> fields, String other, List<String> counterparts) {}

    private record End(String dataset, String field) {}

    private final DataProduct product;
    private final Dataset dataset;

    private ForeignKeys(DataProduct product, Dataset dataset) {
        this.product = product;
        this.dataset = dataset;
    }

    public static List<ForeignKey> of(DataProduct product, Dataset dataset) {
        return new ForeignKeys(product, dataset).all();
    }

    private List<ForeignKey> all() {
        Map<?, ?> object = branch(branch(product.custom(), "schema"), dataset.name());
        List<ForeignKey> keys = new ArrayList<>();
        relationships(object)
                .forEach(relationship -> key(ends(relationship.get("from")), ends(relationship.get("to")))
                        .ifPresent(keys::add));
        Map<?, ?> properties = branch(object, "properties");
        for (String field :
                properties.keySet().stream().map(String::valueOf).sorted().toList()) {
            relationships(branch(properties, field))
                    .forEach(relationship -> key(List.of(new End(dataset.name(), field)), ends(relationship.get("to")))
                            .ifPresent(keys::add));
        }
        return keys.stream().distinct().toList();
    }

    /** Empty for what is not certain. */
    private Optional<ForeignKey> key(List<@Nullable End> from, List<@Nullable End> to) {
        boolean certain = !from.isEmpty()
                && from.size() == to.size()
                && from.stream().allMatch(end -> end != null && end.dataset().equals(dataset.name()))
                && to.stream().allMatch(Objects::nonNull)
                && to.stream()
                                .map(end -> end == null ? "" : end.dataset())
                                .distinct()
                                .count()
                        == 1;
        return certain
                ? Optional.of(new ForeignKey(
                        fields(from), Objects.requireNonNull(to.getFirst()).dataset(), fields(to)))
                : Optional.empty();
    }

    private static List<String> fields(List<@Nullable End> ends) {
        return ends.stream().filter(Objects::nonNull).map(End::field).toList();
    }

    private List<@Nullable End> ends(@Nullable Object written) {
        List<@Nullable End> ends = new ArrayList<>();
        List<?> all = written instanceof List<?> list ? list : written == null ? List.of() : List.of(written);
        all.forEach(one -> ends.add(end(String.valueOf(one))));
        return ends;
    }

    /** {@code object.property}; null for anything else. */
    private @Nullable End end(String reference) {
        return product.schema().stream()
                .filter(candidate -> reference.startsWith(candidate.name() + "."))
                .map(candidate -> new End(
                        candidate.name(), reference.substring(candidate.name().length() + 1)))
                .filter(this::isThere)
                .findFirst()
                .orElse(null);
    }

    private boolean isThere(End end) {
        return product.schema().stream()
                .filter(candidate -> candidate.name().equals(end.dataset()))
                .flatMap(candidate -> candidate.fields().stream())
                .anyMatch(field -> field.name().equals(end.field()));
    }

    private static Stream<Map<?, ?>> relationships(Map<?, ?> element) {
        Stream<?> written = element.get("relationships") instanceof List<?> list ? list.stream() : Stream.empty();
        return written.filter(Map.class::isInstance)
                .<Map<?, ?>>map(item -> (Map<?, ?>) item)
                .filter(item -> item.get("type") == null || "foreignKey".equals(item.get("type")));
    }

    private static Map<?, ?> branch(Map<?, ?> tree, String key) {
        return tree.get(key) instanceof Map<?, ?> branch ? branch : Map.of();
    }
}
