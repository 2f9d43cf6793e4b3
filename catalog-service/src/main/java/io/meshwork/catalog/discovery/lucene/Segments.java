package io.meshwork.catalog.discovery.lucene;

import io.meshwork.catalog.discovery.Facet;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;

/** The columns of all segments in use. A segment never changes, so its columns are read once: before searches see it. */
final class Segments {

    private final Map<Facet, FacetValues> values = new EnumMap<>(Facet.class);
    private final Map<IndexReader.CacheKey, Columns> columns = new ConcurrentHashMap<>();

    Segments() {
        for (Facet facet : Facet.values()) {
            values.put(facet, new FacetValues());
        }
    }

    Map<Facet, FacetValues> values() {
        return Collections.unmodifiableMap(values);
    }

    Columns of(LeafReader segment) throws IOException {
        IndexReader.CacheHelper core = segment.getCoreCacheHelper();
        Columns known = columns.get(core.getKey());
        if (known != null) {
            return known;
        }
        Columns read = Columns.read(segment, values);
        Columns first = columns.putIfAbsent(core.getKey(), read);
        if (first != null) {
            return first;
        }
        core.addClosedListener(columns::remove);
        return read;
    }
}
