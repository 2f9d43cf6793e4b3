package io.meshwork.catalog.discovery.lucene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * What one word of a question may be in a product.
 *
 * @param terms words of the index, with how much each counts: 1 for the word itself
 * @param start what a name, title or domain may begin with, null when the word is a whole one
 * @param completed what any other word may begin with, null when the word is a whole one, or too short
 * @param products how many have the most frequent of them; none when the word is nowhere
 */
record Wanted(
        Map<String, Float> terms,
        @Nullable String start,
        @Nullable String completed,
        int products) {

    private static final float START = 0.5f;

    /** What a word that begins so is worth, about as much as one in a description: whether one is there counts, not which. */
    private static final float COMPLETED = 0.1f;

    /** Below this, every description has a word that begins so, and only names count. */
    private static final int SHORTEST_COMPLETED = 4;

    Wanted {
        terms = new LinkedHashMap<>(terms);
    }

    /** Scores the rarer a word is the higher (BM25's own formula). */
    float weight(int all) {
        return (float) Math.log(1 + (Math.max(all - products, 0) + 0.5) / (products + 0.5));
    }

    /** One of {@link #queries}. */
    Query query(float weight) {
        List<Query> queries = queries(weight);
        if (queries.size() == 1) {
            return queries.getFirst();
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(query, Occur.SHOULD));
        return any.build();
    }

    List<Query> queries(float weight) {
        List<Query> any = new ArrayList<>();
        if (!terms.isEmpty()) {
            SynonymQuery.Builder scored = new SynonymQuery.Builder(Documents.WORD);
            terms.forEach((term, share) -> scored.addTerm(new Term(Documents.WORD, term), share));
            any.add(new BoostQuery(scored.build(), weight));
        }
        if (completed != null) {
            Query begun = new PrefixQuery(new Term(Documents.WORD, completed), MultiTermQuery.CONSTANT_SCORE_REWRITE);
            any.add(new BoostQuery(begun, weight * COMPLETED));
        }
        if (start != null) {
            any.add(new BoostQuery(new TermQuery(new Term(Documents.START, start)), weight * START));
        }
        return any;
    }

    boolean isIn(Word word, boolean named) {
        if (terms.containsKey(word.stem()) || completed != null && word.text().startsWith(completed)) {
            return true;
        }
        return start != null && word.text().startsWith(start) && (named || start.length() >= SHORTEST_COMPLETED);
    }

    static boolean isCompleted(String word) {
        return word.length() >= SHORTEST_COMPLETED;
    }
}
