package io.meshwork.catalog.discovery.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongHeap;
import org.jspecify.annotations.Nullable;

/**
 * The first products of an order: higher keys first, of equal keys the lower id. Inside a segment ids have ranks, so that key and rank
 * are one number; ids themselves are compared only between the best of each segment.
 */
final class Ranking {

    private static final long RANKS = 0xFFFF_FFFFL;

    /** A product in its place. */
    record Place(int key, String id) {

        static final Comparator<Place> ORDER =
                Comparator.comparingInt(Place::key).reversed().thenComparing(Place::id);
    }

    private final int limit;
    private final @Nullable Place after;
    private final List<Place> best = new ArrayList<>();

    /** @param after only what comes behind this place, null for all */
    Ranking(int limit, @Nullable Place after) {
        this.limit = limit;
        this.after = after;
    }

    /** The best of one segment. */
    final class OfSegment {

        private final LongHeap heap = new LongHeap(limit);
        private final SortedDocValues ids;
        private final long below;
        private long lowest = Long.MIN_VALUE;

        private OfSegment(LeafReader segment) throws IOException {
            ids = DocValues.getSorted(segment, Documents.ID);
            below = after == null ? Long.MAX_VALUE : place(after);
        }

        private long place(Place place) throws IOException {
            int rank = ids.lookupTerm(new BytesRef(place.id()));
            // An id that is not in the segment stands before the one in whose place it would be.
            return rank >= 0 ? packed(place.key(), rank) : packed(place.key(), -rank - 1) + 1;
        }

        void offer(int key, int rank) {
            long packed = packed(key, rank);
            if (packed > lowest && packed < below) {
                heap.insertWithOverflow(packed);
                if (heap.size() == limit) {
                    lowest = heap.top();
                }
            }
        }

        void close() throws IOException {
            while (heap.size() > 0) {
                long packed = heap.pop();
                int rank = (int) (RANKS - (packed & RANKS));
                best.add(new Place(
                        (int) (packed >>> Integer.SIZE), ids.lookupOrd(rank).utf8ToString()));
            }
            best.sort(Place.ORDER);
            if (best.size() > limit) {
                best.subList(limit, best.size()).clear();
            }
        }
    }

    OfSegment in(LeafReader segment) throws IOException {
        return new OfSegment(segment);
    }

    List<Place> best() {
        return List.copyOf(best);
    }

    private static long packed(int key, long rank) {
        return ((long) key << Integer.SIZE) | (RANKS - rank);
    }
}
