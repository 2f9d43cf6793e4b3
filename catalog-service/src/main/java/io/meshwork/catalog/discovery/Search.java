package io.meshwork.catalog.discovery;

import java.util.List;

/** Finds products. It answers from the index alone, also while the database is down or the index is still being built. */
public interface Search {

    SearchResult search(SearchRequest request);

    /**
     * Products whose id or title has words that start like these, the most used first.
     *
     * @param limit at most so many
     */
    List<Entry> suggest(String text, int limit);
}
