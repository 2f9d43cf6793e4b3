package io.meshwork.policy.document;

import io.meshwork.contract.read.document.Mark;
import io.meshwork.contract.read.document.Node;
import io.meshwork.contract.read.document.Node.Entry;
import io.meshwork.contract.read.document.Node.Mapping;
import io.meshwork.contract.read.document.Node.Scalar;
import io.meshwork.contract.read.document.Node.Sequence;
import io.meshwork.contract.read.document.Problems;
import io.meshwork.contract.read.value.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mapping of a policy document; remembers which keys were asked for, so that the others can be told apart. */
final class Part {

    private final Mapping mapping;
    private final String pointer;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();

    Part(Mapping mapping, String pointer, Problems problems) {
        this.mapping = mapping;
        this.pointer = pointer;
        this.problems = problems;
    }

    /** The text of a key that must be there; null, and a problem, when it is not. */
    @Nullable
    String required(String key, String advice) {
        Scalar text = text(key);
        if (text == null && !known(key)) {
            missing(key, advice);
        }
        return text == null ? null : text.text();
    }

    @Nullable
    String optional(String key) {
        Scalar text = text(key);
        return text == null ? null : text.text();
    }

    /** A text that is not blank, with its place; null when absent, or of another kind, which is a problem. */
    @Nullable
    Scalar text(String key) {
        known.add(key);
        return switch (node(key)) {
            case null -> null;
            case Scalar scalar when scalar.value() instanceof String text && !text.isBlank() -> scalar;
            case Scalar scalar -> {
                problem("type", key, "`" + key + "` must be text", "Put it in quotes, and do not leave it empty.");
                yield null;
            }
            case Node other -> {
                problem("type", key, "`" + key + "` is " + other.what() + ", it must be text", "Write one value.");
                yield null;
            }
        };
    }

    /** The mapping under a key that must be there. */
    @Nullable
    Part part(String key, String advice) {
        known.add(key);
        return switch (node(key)) {
            case Mapping child -> new Part(child, pointer + "/" + key, problems);
            case null -> {
                missing(key, advice);
                yield null;
            }
            case Node other -> {
                problem("type", key, "`" + key + "` is " + other.what() + ", it must be a mapping", advice);
                yield null;
            }
        };
    }

    /** The mapping under a key that may be absent. */
    @Nullable
    Part optionalPart(String key, String advice) {
        known.add(key);
        return known(key) ? part(key, advice) : null;
    }

    /** The mappings of a list that may be absent; when it is there, it has at least one. */
    List<Part> optionalParts(String key, String advice) {
        known.add(key);
        return known(key) ? parts(key, advice) : List.of();
    }

    /** The mappings under names of the author's choice. */
    Map<String, Part> named(String advice) {
        Map<String, Part> parts = new LinkedHashMap<>();
        names().forEach(name -> {
            Part part = part(name, advice);
            if (part != null) {
                parts.put(name, part);
            }
        });
        return parts;
    }

    /** Keys in the order of the document. */
    List<String> names() {
        return List.copyOf(mapping.entries().keySet());
    }

    /** What stands under the key, whatever it is. */
    @Nullable
    Node value(String key) {
        known.add(key);
        return node(key);
    }

    /** Where the part begins. */
    Mark at() {
        return mapping.mark();
    }

    String pointer() {
        return pointer;
    }

    /** The mappings of a list that must have at least one. */
    List<Part> parts(String key, String advice) {
        known.add(key);
        List<Part> parts = new ArrayList<>();
        switch (node(key)) {
            case Sequence list when !list.items().isEmpty() -> items(key, key, list, parts);
            case null -> missing(key, advice);
            case Node other -> problem("type", key, "`" + key + "` must be a list with at least one item", advice);
        }
        return parts;
    }

    /** The mappings of a list of lists, none of which may be empty; empty when the key is absent. */
    List<List<Part>> groups(String key, String advice) {
        known.add(key);
        List<List<Part>> groups = new ArrayList<>();
        switch (node(key)) {
            case null -> {}
            case Sequence list
            when !list.items().isEmpty() -> {
                for (int i = 0; i < list.items().size(); i++) {
                    groups.add(group(key, key + "/" + i, list.items().get(i), advice));
                }
            }
            case Node other ->
                problem("type", key, "`" + key + "` must be a list of lists, none of them empty", advice);
        }
        return groups;
    }

    private List<Part> group(String key, String below, Node node, String advice) {
        List<Part> parts = new ArrayList<>();
        if (node instanceof Sequence list && !list.items().isEmpty()) {
            items(key, below, list, parts);
        } else {
            problemAt(node.mark(), "type", key, "`" + key + "` must be a list of lists, none of them empty", advice);
        }
        return parts;
    }

    private void items(String key, String below, Sequence list, List<Part> parts) {
        for (int i = 0; i < list.items().size(); i++) {
            String itemPointer = pointer + "/" + below + "/" + i;
            if (list.items().get(i) instanceof Mapping item) {
                parts.add(new Part(item, itemPointer, problems));
            } else {
                Node item = list.items().get(i);
                problems.error(
                        "policy." + key + ".type",
                        item.mark(),
                        itemPointer,
                        "an item of `" + key + "` is " + item.what() + ", it must be a mapping",
                        "Write keys and values after the dash.");
            }
        }
    }

    /** Whether the key is there, whatever its value. */
    boolean known(String key) {
        return mapping.entries().containsKey(key);
    }

    void missing(String key, String advice) {
        problems.error("policy." + key + ".missing", mapping.mark(), pointer, "`" + key + "` is missing", advice);
    }

    /** At the value of the key. */
    void problem(String suffix, String key, String message, String advice) {
        problemAt(mark(key), suffix, key, message, advice);
    }

    void problemAt(Mark mark, String suffix, String key, String message, String advice) {
        problems.error("policy." + key + "." + suffix, mark, pointer + "/" + key, message, advice);
    }

    /** Keys that nobody asked for are errors: a misspelt key must not switch off a rule. */
    void close() {
        mapping.entries().forEach((key, entry) -> {
            if (!known.contains(key)) {
                problems.error(
                        "policy.key.unknown",
                        entry.key(),
                        pointer + "/" + key.replace("~", "~0").replace("/", "~1"),
                        "the key '" + shortened(key) + "' is not known here",
                        Suggestions.didYouMean(key, known) + "Known are: " + String.join(", ", known) + ".");
            }
        });
    }

    private static String shortened(String key) {
        return key.length() > 60 ? key.substring(0, 60) + "…" : key;
    }

    private @Nullable Node node(String key) {
        Entry entry = mapping.entries().get(key);
        return entry == null ? null : entry.value();
    }

    private Mark mark(String key) {
        Entry entry = mapping.entries().get(key);
        if (entry == null) {
            return mapping.mark();
        }
        boolean nothing = entry.value() instanceof Scalar scalar && scalar.value() == null;
        return nothing ? entry.key() : entry.value().mark();
    }
}
