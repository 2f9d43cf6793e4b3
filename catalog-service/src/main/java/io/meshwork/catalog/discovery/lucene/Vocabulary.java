package io.meshwork.catalog.discovery.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.jspecify.annotations.Nullable;

/** The words of all products. */
final class Vocabulary {

    /** More completions of four letters than these are too vague to be of use. */
    private static final int MOST_COMPLETIONS = 200;

    private static final int MOST_SIMILAR = 16;

    private static final int SHORTEST_WITH_SLIP = 4;
    private static final int SHORTEST_WITH_TWO = 8;
    private static final int LONGEST_WITH_SLIP = 32;

    private static final Comparator<Known> FREQUENT_FIRST =
            Comparator.comparingInt(Known::products).reversed().thenComparing(Known::term);

    /**
     * A word of the index.
     *
     * @param products how many have it
     */
    record Known(String term, int products) {}

    private final IndexReader reader;
    private final @Nullable Terms terms;

    Vocabulary(IndexReader reader) throws IOException {
        this.reader = reader;
        terms = MultiTerms.getTerms(reader, Documents.WORD);
    }

    int size() {
        return reader.numDocs();
    }

    int productsWith(String field, String term) throws IOException {
        return reader.docFreq(new Term(field, term));
    }

    /** Words that begin so; when there are very many, the most frequent. */
    List<Known> startingWith(String start) throws IOException {
        if (terms == null) {
            return List.of();
        }
        TermsEnum all = terms.iterator();
        BytesRef prefix = new BytesRef(start);
        List<Known> found = new ArrayList<>();
        if (all.seekCeil(prefix) != TermsEnum.SeekStatus.END) {
            for (BytesRef term = all.term(); term != null && StringHelper.startsWith(term, prefix); term = all.next()) {
                found.add(new Known(term.utf8ToString(), all.docFreq()));
            }
        }
        return first(found, MOST_COMPLETIONS);
    }

    /**
     * Words that a slip or two away would be this one: as many as its length makes plausible, and the fewest that find something.
     *
     * @param start also words that begin like that
     * @param anyFirst also with another first letter, which is slower and rarer
     */
    List<Known> similarTo(String word, boolean start, boolean anyFirst) throws IOException {
        if (terms == null || word.length() < SHORTEST_WITH_SLIP || word.length() > LONGEST_WITH_SLIP) {
            return List.of();
        }
        int fixed = anyFirst ? 0 : Character.charCount(word.codePointAt(0));
        LevenshteinAutomata slips = new LevenshteinAutomata(word.substring(fixed), true);
        for (int n = 1; n <= slips(word, anyFirst); n++) {
            Automaton whole = slips.toAutomaton(n, word.substring(0, fixed));
            List<Known> found = matching(
                    start
                            ? new CompiledAutomaton(startingWith(whole), false, false)
                            : new CompiledAutomaton(whole, true, false));
            if (!found.isEmpty()) {
                return first(found, MOST_SIMILAR);
            }
        }
        return List.of();
    }

    private static int slips(String word, boolean anyFirst) {
        return word.length() >= SHORTEST_WITH_TWO || anyFirst ? 2 : 1;
    }

    private static Automaton startingWith(Automaton start) {
        Automaton any = Operations.concatenate(List.of(start, Automata.makeAnyString()));
        return Operations.determinize(any, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
    }

    private List<Known> matching(CompiledAutomaton automaton) throws IOException {
        List<Known> found = new ArrayList<>();
        if (terms != null) {
            TermsEnum all = automaton.getTermsEnum(terms);
            for (BytesRef term = all.next(); term != null; term = all.next()) {
                found.add(new Known(term.utf8ToString(), all.docFreq()));
            }
        }
        return found;
    }

    private static List<Known> first(List<Known> found, int most) {
        return found.stream().sorted(FREQUENT_FIRST).limit(most).toList();
    }
}
