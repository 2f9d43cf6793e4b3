package io.meshwork.catalog.discovery.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;

/**
 * The index at a moment; whoever uses it takes a hold, and lets go by closing it.
 *
 * @param columns by ordinal of the segment
 * @param complete whether it has all products
 */
record View(IndexSearcher searcher, List<Columns> columns, boolean complete) implements AutoCloseable {

    static View of(IndexReader reader, Segments segments, boolean complete) throws IOException {
        List<Columns> columns = new ArrayList<>();
        for (LeafReaderContext segment : reader.leaves()) {
            columns.add(segments.of(segment.reader()));
        }
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(new SaturatedWeight());
        // Every question is another one, and filters are columns.
        searcher.setQueryCache(null);
        return new View(searcher, List.copyOf(columns), complete);
    }

    static View empty(Segments segments) {
        try {
            return of(new MultiReader(), segments, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    IndexReader reader() {
        return searcher.getIndexReader();
    }

    boolean hold() {
        return reader().tryIncRef();
    }

    @Override
    public void close() {
        try {
            reader().decRef();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Documents.Stored> find(String id) throws IOException {
        for (LeafReaderContext segment : reader().leaves()) {
            PostingsEnum documents = segment.reader().postings(Documents.id(id), PostingsEnum.NONE);
            if (documents == null) {
                continue;
            }
            for (int document = documents.nextDoc();
                    document != DocIdSetIterator.NO_MORE_DOCS;
                    document = documents.nextDoc()) {
                var live = segment.reader().getLiveDocs();
                if (live == null || live.get(document)) {
                    return Optional.of(Documents.read(segment.reader().storedFields(), document));
                }
            }
        }
        return Optional.empty();
    }
}
