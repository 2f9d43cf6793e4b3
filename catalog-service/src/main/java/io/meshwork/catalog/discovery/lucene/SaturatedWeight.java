package io.meshwork.catalog.discovery.lucene;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;

/**
 * Scores a word by its weight in the document alone, as BM25F does without lengths: {@code boost × weight ÷ (weight + K)}. How rare a
 * word is comes in as boost, so that all pages of a search, on all replicas, score alike.
 */
final class SaturatedWeight extends Similarity {

    /** A word of half the weight that a name gives scores a little more than a third. */
    private static final float K = 12;

    @Override
    public long computeNorm(FieldInvertState state) {
        return 1;
    }

    @Override
    public SimScorer scorer(float boost, CollectionStatistics collection, TermStatistics... terms) {
        return new SimScorer() {
            @Override
            public float score(float weight, long norm) {
                return boost * weight / (weight + K);
            }
        };
    }
}
