package io.meshwork.catalog.discovery.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;

/** The values that each document of a segment has in a facet, as numbers. */
sealed interface FacetColumn {

    /** Adds {@code by} to the count of every value of these documents. */
    void count(int[] documents, int[] counts, int by);

    /** How many documents of the segment have a value, deleted ones included; values beyond the end have none. */
    int[] totals();

    boolean hasAny(int document, BitSet wanted);

    static FacetColumn read(LeafReader segment, String facet, FacetValues numbers) throws IOException {
        Several several = Several.read(segment, facet, numbers);
        boolean narrow = several.totals.length < Character.MAX_VALUE;
        return narrow && several.hasOneEachAtMost() ? Single.of(several) : several;
    }

    /**
     * A facet of which a document has one value at most.
     *
     * @param values by document: the number of its value and one, 0 for none
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Single(char[] values, int[] totals) implements FacetColumn {

        private static Single of(Several several) {
            char[] values = new char[several.ends.length];
            int start = 0;
            for (int document = 0; document < values.length; document++) {
                int end = several.ends[document];
                values[document] = start < end ? (char) (several.values[start] + 1) : 0;
                start = end;
            }
            return new Single(values, several.totals);
        }

        @Override
        public void count(int[] documents, int[] counts, int by) {
            for (int document : documents) {
                char value = values[document];
                if (value > 0) {
                    counts[value - 1] += by;
                }
            }
        }

        @Override
        public boolean hasAny(int document, BitSet wanted) {
            char value = values[document];
            return value > 0 && wanted.get(value - 1);
        }
    }

    /**
     * Any facet.
     *
     * @param ends the values of document {@code d} are {@code values[ends[d - 1]]} to {@code values[ends[d] - 1]}
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Several(int[] ends, int[] values, int[] totals) implements FacetColumn {

        private static Several read(LeafReader segment, String facet, FacetValues numbers) throws IOException {
            SortedSetDocValues texts = DocValues.getSortedSet(segment, facet);
            int[] byOrdinal = new int[Math.toIntExact(texts.getValueCount())];
            for (int i = 0; i < byOrdinal.length; i++) {
                byOrdinal[i] = numbers.numberOf(texts.lookupOrd(i).utf8ToString());
            }
            int[] ends = new int[segment.maxDoc()];
            int[] values = new int[segment.maxDoc()];
            int[] totals = new int[Arrays.stream(byOrdinal).max().orElse(-1) + 1];
            int size = 0;
            for (int document = 0; document < ends.length; document++) {
                if (texts.advanceExact(document)) {
                    for (int i = texts.docValueCount(); i > 0; i--) {
                        if (size == values.length) {
                            values = Arrays.copyOf(values, size + size / 2 + 1);
                        }
                        int value = byOrdinal[(int) texts.nextOrd()];
                        values[size++] = value;
                        totals[value]++;
                    }
                }
                ends[document] = size;
            }
            return new Several(ends, Arrays.copyOf(values, size), totals);
        }

        private boolean hasOneEachAtMost() {
            int start = 0;
            for (int end : ends) {
                if (end - start > 1) {
                    return false;
                }
                start = end;
            }
            return true;
        }

        @Override
        public void count(int[] documents, int[] counts, int by) {
            for (int document : documents) {
                int end = ends[document];
                for (int at = document == 0 ? 0 : ends[document - 1]; at < end; at++) {
                    counts[values[at]] += by;
                }
            }
        }

        @Override
        public boolean hasAny(int document, BitSet wanted) {
            int end = ends[document];
            for (int at = document == 0 ? 0 : ends[document - 1]; at < end; at++) {
                if (wanted.get(values[at])) {
                    return true;
                }
            }
            return false;
        }
    }
}
