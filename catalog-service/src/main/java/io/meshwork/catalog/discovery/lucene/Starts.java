package io.meshwork.catalog.discovery.lucene;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Products whose name, title and domain have words that begin like all of these. */
final class Starts {

    private Starts() {}

    static Query query(Question question) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (Word word : question.words()) {
            String start = word.text().substring(0, Math.min(word.text().length(), Weights.LONGEST_START));
            all.add(new TermQuery(new Term(Documents.START, start)), Occur.MUST);
        }
        return all.build();
    }
}
