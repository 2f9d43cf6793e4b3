package io.meshwork.catalog.discovery.lucene;

import io.meshwork.catalog.discovery.Facet;
import io.meshwork.catalog.discovery.Order;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * What is counted and sorted by, of every document of a segment, in memory: reading it from disk is several times slower. About 80
 * bytes per product.
 *
 * @param ids rank of the document's id among the ids of the segment
 * @param standing factor by which its use and its lifecycle change how relevant it is
 * @param leftOut documents that a selection leaves out, filled as they are asked for: what is hidden from every search
 */
record Columns(
        Map<Facet, FacetColumn> facets,
        int[] ids,
        int[] quality,
        int[] fresh,
        int[] usage,
        float[] standing,
        Map<Selection, FixedBitSet> leftOut) {

    private static final float PER_DOUBLING = 0.04f;
    private static final float MOST_FOR_USAGE = 0.4f;
    private static final float DEPRECATED = 0.7f;

    static Columns read(LeafReader segment, Map<Facet, FacetValues> values) throws IOException {
        Map<Facet, FacetColumn> facets = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            facets.put(facet, FacetColumn.read(segment, facet.name(), Objects.requireNonNull(values.get(facet))));
        }
        int[] usage = numbers(segment, Documents.USAGE);
        return new Columns(
                facets,
                ranks(segment),
                numbers(segment, Documents.QUALITY),
                numbers(segment, Documents.FRESH),
                usage,
                standing(segment, usage),
                new ConcurrentHashMap<>());
    }

    FacetColumn facet(Facet facet) {
        return Objects.requireNonNull(facets.get(facet));
    }

    /** Which documents a selection accepts. */
    @FunctionalInterface
    interface Filter {
        boolean accepts(int document);
    }

    Filter filter(Selection selection) {
        FacetColumn column = facet(selection.facet());
        if (selection.allowed()) {
            return document -> column.hasAny(document, selection.values());
        }
        FixedBitSet hidden = leftOut.computeIfAbsent(selection, this::leftOutBy);
        return document -> !hidden.get(document);
    }

    private FixedBitSet leftOutBy(Selection selection) {
        FacetColumn column = facet(selection.facet());
        FixedBitSet hidden = new FixedBitSet(ids.length);
        for (int document = 0; document < ids.length; document++) {
            if (column.hasAny(document, selection.values())) {
                hidden.set(document);
            }
        }
        return hidden;
    }

    /** What an order sorts by, highest first; null when that depends on the words. */
    int @Nullable [] keys(Order order) {
        return switch (order) {
            case RELEVANCE -> null;
            case QUALITY -> quality;
            case FRESHNESS -> fresh;
            case USAGE -> usage;
        };
    }

    private static int[] ranks(LeafReader segment) throws IOException {
        SortedDocValues ids = DocValues.getSorted(segment, Documents.ID);
        int[] ranks = new int[segment.maxDoc()];
        for (int document = 0; document < ranks.length; document++) {
            ranks[document] = ids.advanceExact(document) ? ids.ordValue() : 0;
        }
        return ranks;
    }

    private static int[] numbers(LeafReader segment, String field) throws IOException {
        NumericDocValues values = DocValues.getNumeric(segment, field);
        int[] numbers = new int[segment.maxDoc()];
        for (int document = 0; document < numbers.length; document++) {
            numbers[document] = values.advanceExact(document) ? (int) values.longValue() : 0;
        }
        return numbers;
    }

    private static float[] standing(LeafReader segment, int[] usage) throws IOException {
        var lifecycles = DocValues.getSortedSet(segment, Facet.LIFECYCLE.name());
        float[] standing = new float[usage.length];
        for (int document = 0; document < standing.length; document++) {
            int doublings = Integer.SIZE - Integer.numberOfLeadingZeros(usage[document]);
            float factor = 1 + Math.min(doublings * PER_DOUBLING, MOST_FOR_USAGE);
            boolean deprecated = lifecycles.advanceExact(document)
                    && lifecycles.lookupOrd(lifecycles.nextOrd()).utf8ToString().equals("deprecated");
            standing[document] = deprecated ? factor * DEPRECATED : factor;
        }
        return standing;
    }
}
