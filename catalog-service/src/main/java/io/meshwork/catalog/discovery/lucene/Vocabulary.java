package io.meshwork.catalog.discovery.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
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

    private static final int FEW = 16;

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

    /** About how many products have the most frequent word that begins so: of each segment, the first few are looked at; 0 when none does. */
    int productsWithStart(String start) throws IOException {
        BytesRef prefix = new BytesRef(start);
        int products = 0;
        for (LeafReaderContext segment : reader.leaves()) {
            Terms words = segment.reader().terms(Documents.WORD);
            if (words != null) {
                products += productsWithStart(words.iterator(), prefix);
            }
        }
        return products;
    }

    private static int productsWithStart(TermsEnum words, BytesRef prefix) throws IOException {
        int most = 0;
        BytesRef word = words.seekCeil(prefix) == TermsEnum.SeekStatus.END ? null : words.term();
        for (int i = 0; i < FEW && word != null && StringHelper.startsWith(word, prefix); i++) {
            most = Math.max(most, words.docFreq());
            word = words.next();
        }
        return most;
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
