package io.meshwork.catalog.discovery.lucene;

import io.meshwork.catalog.discovery.Facet;
import io.meshwork.catalog.discovery.Order;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * What fits the words, taken in one pass: ranks and counts what also fits the selections, and counts for each facet what fits all
 * selections but its own.
 */
final class Tally implements Collector {

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
        return new OfSegment(columns.get(segment.ord), segment.reader());
    }

    private final class OfSegment implements LeafCollector {

        private static final int NOBODY = -1;
        private static final int SEVERAL = -2;

        private final Columns segment;
        private final Ranking.OfSegment best;
        private final int @Nullable [] keys;
        private final Columns.Filter[] filters;
        private final FixedBitSet found;
        /** By selection: what only that one does not accept. */
        private final FixedBitSet[] nearly;

        private @Nullable Scorable scorer;

        OfSegment(Columns segment, LeafReader reader) throws IOException {
            this.segment = segment;
            best = ranking.in(reader);
            keys = segment.keys(order);
            filters = selections.stream().map(segment::filter).toArray(Columns.Filter[]::new);
            found = new FixedBitSet(reader.maxDoc());
            nearly = selections.stream()
                    .map(selection -> new FixedBitSet(reader.maxDoc()))
                    .toArray(FixedBitSet[]::new);
        }

        @Override
        public void setScorer(Scorable given) {
            scorer = given;
        }

        @Override
        public void collect(int document) throws IOException {
            int refusing = refusing(document);
            if (refusing == NOBODY) {
                found.set(document);
                best.offer(key(document), segment.ids()[document]);
            } else if (refusing != SEVERAL) {
                nearly[refusing].set(document);
            }
        }

        private int key(int document) throws IOException {
            return keys == null
                    ? (int) (Objects.requireNonNull(scorer).score() * segment.standing()[document] * SCORE_STEPS)
                    : keys[document];
        }

        /** The only selection that does not accept the document. */
        private int refusing(int document) {
            int refusing = NOBODY;
            for (int i = 0; i < filters.length; i++) {
                if (!filters[i].accepts(document)) {
                    if (refusing != NOBODY) {
                        return SEVERAL;
                    }
                    refusing = i;
                }
            }
            return refusing;
        }

        @Override
        public void finish() throws IOException {
            best.close();
            var these = new SegmentDocuments(found);
            total += these.size();
            counts.forEach((facet, count) -> these.count(segment.facet(facet), count));
            for (int i = 0; i < nearly.length; i++) {
                Facet facet = selections.get(i).facet();
                int[] count = counts.get(facet);
                if (count != null) {
                    new SegmentDocuments(nearly[i]).count(segment.facet(facet), count);
                }
            }
        }
    }
}
