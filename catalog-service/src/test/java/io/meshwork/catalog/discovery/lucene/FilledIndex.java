package io.meshwork.catalog.discovery.lucene;

import io.meshwork.catalog.discovery.Entries;
import io.meshwork.catalog.discovery.Entry;
import io.meshwork.catalog.discovery.Position;
import io.meshwork.catalog.discovery.Search;
import io.meshwork.catalog.discovery.SearchRequest;
import io.meshwork.catalog.discovery.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** An index that was told about products one after the other. */
final class FilledIndex implements AutoCloseable {

    static final Position START = new Position("test", Snapshot.ORIGIN, null);
    private static final Position COMPLETE = new Position("test", new Snapshot("9:9:"), null);

    private final LuceneIndex index;

    private FilledIndex(LuceneIndex index) {
        this.index = index;
    }

    static FilledIndex with(Entries... products) {
        FilledIndex filled = new FilledIndex(new LuceneIndex(new IndexFiles(null)));
        filled.index.open();
        filled.index.rebuild(START);
        filled.add(products);
        return filled;
    }

    static LuceneIndex at(Path directory) {
        return new LuceneIndex(new IndexFiles(directory));
    }

    void add(Entries... products) {
        add(index, COMPLETE, products);
    }

    static void add(LuceneIndex index, Position reached, Entries... products) {
        List<Entry> entries = Stream.of(products).map(Entries::entry).toList();
        index.apply(entries, reached);
        index.publish();
    }

    LuceneIndex index() {
        return index;
    }

    Search search() {
        return new LuceneSearch(index);
    }

    /** Ids of what is found, best first. */
    List<String> find(String text) {
        return ids(SearchRequest.of(text, 20));
    }

    List<String> ids(SearchRequest request) {
        return search().search(request).hits().stream()
                .map(hit -> hit.product().id())
                .toList();
    }

    @Override
    public void close() throws Exception {
        index.close();
    }
}
