package io.meshwork.contract.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds which elements of two lists are the same thing, criterion by criterion: what an earlier one has paired, a later one does
 * not see. Linear in the length of the lists.
 */
final class Matching<T> {

    /** An element and where it stands. */
    record Item<T>(int index, T value) {}

    /** What makes two elements the same thing; null for an element that it says nothing about. */
    @FunctionalInterface
    interface Criterion<T> {
        @Nullable
        Object of(Item<T> item);
    }

    private record Pair<T>(Item<T> before, Item<T> after) {}

    private final List<Pair<T>> pairs = new ArrayList<>();
    private List<Item<T>> before;
    private List<Item<T>> after;

    private Matching(List<Item<T>> before, List<Item<T>> after) {
        this.before = before;
        this.after = after;
    }

    static <T> Matching<T> of(List<T> before, List<T> after) {
        return new Matching<>(items(before), items(after));
    }

    /** As {@link #of}, for lists in which an element that stands twice says nothing more. */
    static <T> Matching<T> ofDistinct(List<T> before, List<T> after) {
        return new Matching<>(distinct(items(before)), distinct(items(after)));
    }

    /** Pairs elements of the same key; of several, those that read alike first, whatever their order. */
    Matching<T> by(Criterion<T> criterion) {
        return pair(criterion, Integer.MAX_VALUE);
    }

    /** Pairs elements whose key stands exactly once on either side; anything else would be a guess. */
    Matching<T> byUnique(Criterion<T> criterion) {
        return pair(criterion, 1);
    }

    void forEachPair(BiConsumer<Item<T>, Item<T>> action) {
        pairs.stream()
                .sorted(Comparator.comparingInt(pair -> pair.after().index()))
                .forEach(pair -> action.accept(pair.before(), pair.after()));
    }

    void forEachRemoved(Consumer<Item<T>> action) {
        before.forEach(action);
    }

    void forEachAdded(Consumer<Item<T>> action) {
        after.forEach(action);
    }

    private Matching<T> pair(Criterion<T> criterion, int most) {
        if (before.isEmpty() || after.isEmpty()) {
            return this;
        }
        Map<Object, List<Item<T>>> old = groups(before, criterion);
        Map<Object, List<Item<T>>> now = groups(after, criterion);
        boolean[] pairedBefore = new boolean[lastIndex(before) + 1];
        boolean[] pairedAfter = new boolean[lastIndex(after) + 1];
        old.forEach((key, olds) -> {
            List<Item<T>> news = now.getOrDefault(key, List.of());
            if (olds.size() <= most && news.size() <= most) {
                for (int i = 0; i < Math.min(olds.size(), news.size()); i++) {
                    pairs.add(new Pair<>(olds.get(i), news.get(i)));
                    pairedBefore[olds.get(i).index()] = true;
                    pairedAfter[news.get(i).index()] = true;
                }
            }
        });
        before = before.stream().filter(item -> !pairedBefore[item.index()]).toList();
        after = after.stream().filter(item -> !pairedAfter[item.index()]).toList();
        return this;
    }

    private static <T> Map<Object, List<Item<T>>> groups(List<Item<T>> items, Criterion<T> criterion) {
        Map<Object, List<Item<T>>> groups = new LinkedHashMap<>();
        for (Item<T> item : items) {
            Object key = criterion.of(item);
            if (key != null) {
                groups.computeIfAbsent(key, none -> new ArrayList<>(1)).add(item);
            }
        }
        groups.values().stream()
                .filter(group -> group.size() > 1)
                .forEach(group ->
                        group.sort(Comparator.comparing(item -> item.value().toString())));
        return groups;
    }

    private static <T> int lastIndex(List<Item<T>> items) {
        return items.getLast().index();
    }

    private static <T> List<Item<T>> distinct(List<Item<T>> items) {
        Set<T> seen = new HashSet<>();
        return items.stream().filter(item -> seen.add(item.value())).toList();
    }

    private static <T> List<Item<T>> items(List<T> values) {
        return IntStream.range(0, values.size())
                .mapToObj(index -> new Item<>(index, values.get(index)))
                .toList();
    }
}
