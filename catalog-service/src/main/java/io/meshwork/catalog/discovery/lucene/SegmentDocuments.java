package io.meshwork.catalog.discovery.lucene;

import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** Some documents of a segment, whose facets are counted. When they are most of it, it is the others that are looked at. */
final class SegmentDocuments {

    private final int[] documents;
    private final boolean others;
    private final int size;

    SegmentDocuments(FixedBitSet these) {
        size = these.cardinality();
        others = size > these.length() / 2;
        documents = new int[others ? these.length() - size : size];
        FixedBitSet listed = these;
        if (others) {
            listed = these.clone();
            listed.flip(0, these.length());
        }
        int next = 0;
        for (int document = next(listed, 0); next < documents.length; document = next(listed, document + 1)) {
            documents[next++] = document;
        }
    }

    private static int next(FixedBitSet listed, int from) {
        return from < listed.length() ? listed.nextSetBit(from) : DocIdSetIterator.NO_MORE_DOCS;
    }

    int size() {
        return size;
    }

    /** Adds the values of these documents to the counts; of few documents nothing else is looked at. */
    void count(FacetColumn column, int[] counts) {
        if (others) {
            int[] totals = column.totals();
            for (int value = 0; value < totals.length; value++) {
                counts[value] += totals[value];
            }
        }
        column.count(documents, counts, others ? -1 : 1);
    }
}
