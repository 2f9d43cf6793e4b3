package io.meshwork.catalog.discovery.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;

/**
 * The values that each document of a segment has in a facet, as numbers: those of document {@code d} are {@code values[ends[d - 1]]} to
 * {@code values[ends[d] - 1]}.
 */
record FacetColumn(int[] ends, int[] values) {

    static FacetColumn read(LeafReader segment, String facet, FacetValues numbers) throws IOException {
        SortedSetDocValues texts = DocValues.getSortedSet(segment, facet);
        int[] byOrdinal = new int[Math.toIntExact(texts.getValueCount())];
        for (int i = 0; i < byOrdinal.length; i++) {
            byOrdinal[i] = numbers.numberOf(texts.lookupOrd(i).utf8ToString());
        }
        int[] ends = new int[segment.maxDoc()];
        int[] values = new int[segment.maxDoc()];
        int size = 0;
        for (int document = 0; document < ends.length; document++) {
            if (texts.advanceExact(document)) {
                for (int i = texts.docValueCount(); i > 0; i--) {
                    if (size == values.length) {
                        values = Arrays.copyOf(values, size + size / 2 + 1);
                    }
                    values[size++] = byOrdinal[(int) texts.nextOrd()];
                }
            }
            ends[document] = size;
        }
        return new FacetColumn(ends, Arrays.copyOf(values, size));
    }

    /** Adds one to the count of every value of these documents; documents are in ascending order. */
    void count(int[] documents, int size, int[] counts) {
        for (int i = 0; i < size; i++) {
            int document = documents[i];
            int end = ends[document];
            for (int at = document == 0 ? 0 : ends[document - 1]; at < end; at++) {
                counts[values[at]]++;
            }
        }
    }

    boolean hasAny(int document, BitSet wanted) {
        int end = ends[document];
        for (int at = document == 0 ? 0 : ends[document - 1]; at < end; at++) {
            if (wanted.get(values[at])) {
                return true;
            }
        }
        return false;
    }
}
