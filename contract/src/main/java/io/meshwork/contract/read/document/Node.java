package io.meshwork.contract.read.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a document, with the place where it was written. */
public sealed interface Node {

    Mark mark();

    /** The same as plain Java: Map, List, String, Integer, Long, BigInteger, Double, Boolean or null. */
    @Nullable
    Object plain();

    /** How a person would call it: text, number, true or false, list, mapping, nothing. */
    String what();

    /** Levels below and including this node. */
    int height();

    /** Nodes and characters in it, a measure of the memory it takes. */
    int weight();

    /**
     * @param value String, Integer, Long, BigInteger, Double, Boolean or null
     * @param text as it was written
     */
    record Scalar(@Nullable Object value, String text, Mark mark) implements Node {

        @Override
        public @Nullable Object plain() {
            return value;
        }

        @Override
        public String what() {
            return switch (value) {
                case null -> "nothing";
                case String s -> "text";
                case Boolean b -> "true or false";
                default -> "a number";
            };
        }

        @Override
        public int height() {
            return 1;
        }

        @Override
        public int weight() {
            return 1 + text.length();
        }
    }

    record Sequence(List<Node> items, Mark mark) implements Node {

        @Override
        public List<@Nullable Object> plain() {
            List<@Nullable Object> list = new ArrayList<>(items.size());
            items.forEach(item -> list.add(item.plain()));
            return Collections.unmodifiableList(list);
        }

        @Override
        public String what() {
            return "a list";
        }

        @Override
        public int height() {
            return 1 + items.stream().mapToInt(Node::height).max().orElse(0);
        }

        @Override
        public int weight() {
            return 1 + items.stream().mapToInt(Node::weight).sum();
        }
    }

    record Mapping(Map<String, Entry> entries, Mark mark) implements Node {

        @Override
        public Map<String, @Nullable Object> plain() {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            entries.forEach((key, entry) -> map.put(key, entry.value().plain()));
            return Collections.unmodifiableMap(map);
        }

        @Override
        public String what() {
            return "a mapping";
        }

        @Override
        public int height() {
            return 1
                    + entries.values().stream()
                            .mapToInt(e -> e.value().height())
                            .max()
                            .orElse(0);
        }

        @Override
        public int weight() {
            return 1
                    + entries.entrySet().stream()
                            .mapToInt(e ->
                                    e.getKey().length() + e.getValue().value().weight())
                            .sum();
        }
    }

    /**
     * @param key where the key was written
     */
    record Entry(Mark key, Node value) {}
}
