package io.meshwork.catalog.discovery.lucene;

import io.meshwork.catalog.discovery.Entry;
import io.meshwork.catalog.discovery.Facet;
import io.meshwork.catalog.discovery.Position;
import io.meshwork.catalog.discovery.ProductIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The index: written by one thread, searched by all. How often a product is used is counted here, from the inputs of all products, so
 * that publishing a product changes no row but its own.
 */
final class LuceneIndex implements ProductIndex, AutoCloseable {

    private final IndexFiles files;
    private final Segments segments = new Segments();
    /** Products that others may have come to use, or to use no more. */
    private final Set<String> used = new HashSet<>();

    private volatile View view = View.empty(segments);
    private @Nullable IndexWriter writer;
    private CommitData state = CommitData.NONE;

    LuceneIndex(IndexFiles files) {
        this.files = files;
    }

    /** A hold on what can be found now. */
    View view() {
        while (true) {
            View now = view;
            if (now.hold()) {
                return now;
            }
        }
    }

    Map<Facet, FacetValues> facets() {
        return segments.values();
    }

    @Override
    public synchronized void open() {
        if (writer != null && writer.isOpen()) {
            return;
        }
        unchecked(() -> {
            IndexWriter opened = files.open(segments);
            writer = opened;
            state = CommitData.of(opened);
            used.clear();
            show(DirectoryReader.open(opened));
        });
    }

    @Override
    public synchronized Optional<Position> position() {
        return Optional.ofNullable(state.position());
    }

    @Override
    public synchronized void rebuild(Position start) {
        used.clear();
        keep(new CommitData(start, state.build() + 1));
    }

    @Override
    public synchronized void apply(List<Entry> products, Position reached) {
        unchecked(() -> {
            boolean building = !isComplete();
            for (Entry entry : products) {
                write(new Documents.Stored(entry, building ? 0 : usedBy(entry.id())));
                if (!building) {
                    used.add(entry.id());
                    used.addAll(entry.inputs());
                    view.find(entry.id())
                            .ifPresent(before -> used.addAll(before.entry().inputs()));
                }
            }
            if (building && reached.isComplete()) {
                complete();
            }
            keep(new CommitData(reached, state.build()));
        });
    }

    @Override
    public synchronized void publish() {
        unchecked(() -> {
            refresh();
            if (recount(used)) {
                refresh();
            }
            used.clear();
        });
    }

    @Override
    public synchronized void commit() {
        unchecked(() -> writer().commit());
    }

    @Override
    public int size() {
        return view.reader().numDocs();
    }

    @Override
    public synchronized void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
        View last = view;
        view = View.empty(segments);
        last.close();
        files.close();
    }

    private boolean isComplete() {
        Position position = state.position();
        return position != null && position.isComplete();
    }

    private void keep(CommitData next) {
        state = next;
        writer().setLiveCommitData(next.toMap().entrySet(), false);
    }

    private void write(Documents.Stored product) throws IOException {
        writer().updateDocument(Documents.id(product.entry().id()), Documents.of(product, state.build()));
    }

    /** Takes out what this build has not written, and counts who uses whom. */
    private void complete() throws IOException {
        writer().deleteDocuments(new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), Occur.MUST)
                .add(new TermQuery(new Term(Documents.BUILD, Long.toString(state.build()))), Occur.MUST_NOT)
                .build());
        refresh();
        Terms inputs = MultiTerms.getTerms(view.reader(), Documents.INPUT);
        if (inputs != null) {
            TermsEnum all = inputs.iterator();
            for (BytesRef input = all.next(); input != null; input = all.next()) {
                recount(input.utf8ToString());
            }
        }
    }

    private int usedBy(String id) throws IOException {
        return view.searcher().count(new TermQuery(new Term(Documents.INPUT, id)));
    }

    private boolean recount(Set<String> ids) throws IOException {
        boolean changed = false;
        for (String id : ids) {
            changed |= recount(id);
        }
        return changed;
    }

    private boolean recount(String id) throws IOException {
        int usedBy = usedBy(id);
        Optional<Documents.Stored> stored = view.find(id).filter(product -> product.usedBy() != usedBy);
        if (stored.isPresent()) {
            write(new Documents.Stored(stored.get().entry(), usedBy));
        }
        return stored.isPresent();
    }

    private void refresh() throws IOException {
        DirectoryReader now = (DirectoryReader) view.reader();
        DirectoryReader changed = DirectoryReader.openIfChanged(now, writer());
        if (changed == null) {
            now.incRef();
            changed = now;
        }
        show(changed);
    }

    private void show(DirectoryReader reader) throws IOException {
        View before = view;
        view = View.of(reader, segments, isComplete());
        before.close();
    }

    private IndexWriter writer() {
        if (writer == null) {
            throw new IllegalStateException("the index is not open");
        }
        return writer;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void unchecked(Work work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
