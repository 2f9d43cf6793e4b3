package io.meshwork.catalog.discovery.lucene;

import io.meshwork.catalog.discovery.Facet;
import io.meshwork.catalog.discovery.Order;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/**
 * What fits the words, taken in one pass: ranks and counts what also fits the selections, and counts for each facet what fits all
 * selections but its own. Documents are looked at in blocks, column by column, which is what a processor's cache likes.
 */
final class Tally implements Collector {

    private static final int BLOCK = 2_048;

    /** Scores are kept to three digits: what is left of them is the same whatever order they were added up in. */
    private static final float SCORE_STEPS = 1_024;

    private final List<Columns> columns;
    private final List<Selection> selections;
    private final Order order;
    private final Ranking ranking;
    private final Map<Facet, int[]> counts = new EnumMap<>(Facet.class);
    private long total;

    /** @param values by facet that is to be counted */
    Tally(
            List<Columns> columns,
            List<Selection> selections,
            Order order,
            Ranking ranking,
            Map<Facet, FacetValues> values) {
        this.columns = columns;
        this.selections = selections;
        this.order = order;
        this.ranking = ranking;
        values.forEach((facet, known) -> counts.put(facet, new int[known.size()]));
    }

    long total() {
        return total;
    }

    /** By number of the value. */
    int[] counts(Facet facet) {
        return Objects.requireNonNull(counts.get(facet));
    }

    @Override
    public ScoreMode scoreMode() {
        return order == Order.RELEVANCE ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
        return new OfSegment(columns.get(segment.ord), ranking.in(segment.reader()));
    }

    /** Some documents in ascending order. */
    private static final class Block {
        final int[] documents = new int[BLOCK];
        int size;

        void add(int document) {
            documents[size++] = document;
        }
    }

    private final class OfSegment implements LeafCollector {

        private final Columns segment;
        private final Ranking.OfSegment best;
        private final int @Nullable [] keys;
        private final FacetColumn[] selected;
        private final Block fitting = new Block();
        private final int[] scores = new int[BLOCK];
        private final Block found = new Block();
        private final Block[] nearly;
        private @Nullable Scorable scorer;

        OfSegment(Columns segment, Ranking.OfSegment best) {
            this.segment = segment;
            this.best = best;
            keys = segment.keys(order);
            selected = selections.stream()
                    .map(selection -> segment.facet(selection.facet()))
                    .toArray(FacetColumn[]::new);
            nearly = selections.stream().map(selection -> new Block()).toArray(Block[]::new);
        }

        @Override
        public void setScorer(Scorable given) {
            scorer = given;
        }

        @Override
        public void collect(int document) throws IOException {
            if (keys == null && scorer != null) {
                scores[fitting.size] = (int) (scorer.score() * segment.standing()[document] * SCORE_STEPS);
            }
            fitting.add(document);
            if (fitting.size == BLOCK) {
                take();
            }
        }

        @Override
        public void finish() throws IOException {
            take();
            best.close();
        }

        private void take() {
            for (int i = 0; i < fitting.size; i++) {
                int document = fitting.documents[i];
                int refusing = refusing(document);
                if (refusing == NOBODY) {
                    found.add(document);
                    best.offer(keys == null ? scores[i] : keys[document], segment.ids()[document]);
                } else if (refusing != SEVERAL) {
                    nearly[refusing].add(document);
                }
            }
            total += found.size;
            counts.forEach((facet, count) -> segment.facet(facet).count(found.documents, found.size, count));
            for (int i = 0; i < nearly.length; i++) {
                int[] count = counts.get(selections.get(i).facet());
                if (count != null) {
                    selected[i].count(nearly[i].documents, nearly[i].size, count);
                }
                nearly[i].size = 0;
            }
            found.size = 0;
            fitting.size = 0;
        }

        private static final int NOBODY = -1;
        private static final int SEVERAL = -2;

        /** The only selection that does not accept the document. */
        private int refusing(int document) {
            int refusing = NOBODY;
            for (int i = 0; i < selected.length; i++) {
                if (!selections.get(i).accepts(selected[i], document)) {
                    if (refusing != NOBODY) {
                        return SEVERAL;
                    }
                    refusing = i;
                }
            }
            return refusing;
        }
    }
}
