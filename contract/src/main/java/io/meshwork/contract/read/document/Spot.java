package io.meshwork.contract.read.document;

import io.meshwork.contract.read.document.Node.Entry;
import io.meshwork.contract.read.document.Node.Mapping;
import io.meshwork.contract.read.document.Node.Scalar;
import io.meshwork.contract.read.document.Node.Sequence;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A node of a document, and how one gets to it.
 *
 * @param pointer JSON pointer (RFC 6901) to the node
 * @param mark of a value; of the key where the value is a list, a mapping, or nothing, which may begin on another line
 */
public record Spot(String pointer, Mark mark, Node node) {

    public static Spot root(Mapping document) {
        return new Spot("", document.mark(), document);
    }

    /** The value of a key; null when this is no mapping, or has no such key. */
    public @Nullable Spot key(String key) {
        if (!(node instanceof Mapping mapping && mapping.entries().get(key) instanceof Entry entry)) {
            return null;
        }
        String token = key.replace("~", "~0").replace("/", "~1");
        return new Spot(
                pointer + "/" + token,
                entry.value() instanceof Scalar value && !isNothing(value) ? value.mark() : entry.key(),
                entry.value());
    }

    /** An item of a list; null when there is none. */
    public @Nullable Spot item(String index) {
        if (!(node instanceof Sequence list) || !index.matches("\\d{1,6}")) {
            return null;
        }
        int number = Integer.parseInt(index);
        return number < list.items().size()
                ? new Spot(
                        pointer + "/" + number,
                        list.items().get(number).mark(),
                        list.items().get(number))
                : null;
    }

    /** The value of the key, or else this, which lacks it. */
    public Spot orHere(String key) {
        Spot child = key(key);
        return child == null ? this : child;
    }

    /** The first of these keys that is there; null when none is. */
    public @Nullable Spot firstOf(List<String> keys) {
        return keys.stream().map(this::key).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** The items of a list. */
    public Stream<Spot> items() {
        return node instanceof Sequence list
                ? Stream.iterate(0, index -> index < list.items().size(), index -> index + 1)
                        .map(index -> Objects.requireNonNull(item(String.valueOf(index))))
                : Stream.empty();
    }

    public Set<String> keys() {
        return node instanceof Mapping mapping ? mapping.entries().keySet() : Set.of();
    }

    /** The text or number of a key as it was written, null when there is none. */
    public @Nullable String written(String key) {
        return key(key) instanceof Spot child && child.node() instanceof Scalar scalar && !isNothing(scalar)
                ? scalar.text().strip()
                : null;
    }

    private static boolean isNothing(Scalar scalar) {
        return scalar.value() == null || scalar.text().isBlank();
    }
}
