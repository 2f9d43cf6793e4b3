package io.meshwork.catalog.discovery.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * How a question is put to the index: every word must be there in one form or another.
 *
 * @param wanted by word
 * @param weights by word
 */
record Plan(Question question, List<Wanted> wanted, List<Float> weights) {

    /** More than all words together can score. */
    private static final float CALLED_SO = 500;

    private static final float HAS_THIS_ID = 2 * CALLED_SO;

    private static final float SIMILAR = 0.4f;

    /** Whoever types a word that is in more products than these means it; longer ones count only where names begin so. */
    private static final int COMMON = 1_000;

    static Plan of(Question question, Vocabulary vocabulary, boolean widened) throws IOException {
        List<Wanted> wanted = new ArrayList<>();
        List<Float> weights = new ArrayList<>();
        for (int i = 0; i < question.words().size(); i++) {
            Wanted one = wanted(question.words().get(i), question.isLast(i), vocabulary, widened);
            wanted.add(one);
            weights.add(one.weight(vocabulary.size()));
        }
        return new Plan(question, wanted, weights);
    }

    /** With the weights of an earlier page. */
    Plan weighedWith(List<Float> others) {
        return others.size() == weights.size() ? new Plan(question, wanted, others) : this;
    }

    /** A word that is nowhere is taken for a slip at once; others only when the question as it stands finds nothing. */
    private static Wanted wanted(Word word, boolean last, Vocabulary vocabulary, boolean widened) throws IOException {
        Map<String, Float> terms = new LinkedHashMap<>();
        int products = vocabulary.productsWith(Documents.WORD, word.stem());
        if (products > 0) {
            terms.put(word.stem(), 1f);
        }
        String start = null;
        String completed = null;
        if (last) {
            String typed = word.text().substring(0, Math.min(word.text().length(), Weights.LONGEST_START));
            boolean whole = !widened && products > COMMON;
            int begun = !whole && Wanted.isCompleted(typed) ? vocabulary.productsWithStart(word.text()) : 0;
            if (begun > 0) {
                completed = word.text();
                products = Math.max(products, begun);
            }
            int started = word.text().length() > typed.length() ? 0 : vocabulary.productsWith(Documents.START, typed);
            if (started > 0) {
                start = typed;
                products = Math.max(products, started);
            }
        }
        if (widened || products == 0) {
            products = Math.max(products, add(vocabulary.similarTo(word.stem(), false, false), SIMILAR, terms));
            if (last && terms.isEmpty()) {
                products = Math.max(products, add(vocabulary.similarTo(word.text(), true, false), SIMILAR, terms));
            }
        }
        return new Wanted(terms, start, completed, products);
    }

    private static int add(List<Vocabulary.Known> known, float share, Map<String, Float> terms) {
        known.forEach(one -> terms.putIfAbsent(one.term(), share));
        return known.stream().mapToInt(Vocabulary.Known::products).max().orElse(0);
    }

    /** Matches nothing when a word is nowhere. */
    Query query() {
        if (wanted.isEmpty()) {
            return new MatchAllDocsQuery();
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (wanted.size() == 1) {
            // What is called so has the word, so that one of all clauses is enough; that is scored several times
            // faster.
            wanted.getFirst().queries(weights.getFirst()).forEach(query -> all.add(query, Occur.SHOULD));
        } else {
            for (int i = 0; i < wanted.size(); i++) {
                all.add(wanted.get(i).query(weights.get(i)), Occur.MUST);
            }
        }
        String name = question.name();
        all.add(exactly(Documents.CALLED, name, CALLED_SO), Occur.SHOULD);
        all.add(exactly(Documents.ID_WORDS, name, HAS_THIS_ID), Occur.SHOULD);
        return all.build();
    }

    private static Query exactly(String field, String name, float score) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, name))), score);
    }
}
