package io.meshwork.catalog.discovery.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody may have meant whose words find nothing. */
final class Spelling {

    /** Whether words find something. */
    interface Trial {
        boolean finds(String text) throws IOException;
    }

    /** Corrections of a word that are tried beside the most frequent one, so that they go with the other words. */
    private static final int MOST_CORRECTIONS = 4;

    /** Each is a search. */
    private static final int MOST_TRIALS = 32;

    /**
     * A word of the question.
     *
     * @param texts itself, when it is somewhere; else those that it may have been meant to be, the best first
     * @param products how many have the first of them
     */
    private record Piece(List<String> texts, int products, boolean corrected) {}

    private static final Comparator<Piece> LEAST_CERTAIN =
            Comparator.comparing((Piece piece) -> !piece.corrected()).thenComparingInt(Piece::products);

    private final Vocabulary vocabulary;
    private final Trial trial;

    Spelling(Vocabulary vocabulary, Trial trial) {
        this.vocabulary = vocabulary;
        this.trial = trial;
    }

    /**
     * The words that are somewhere, and corrections of the others; as many of them as find something together, and what needs no
     * correction before what does. Null when there are none, and when the very same words would, were it not for what is selected.
     */
    @Nullable
    String suggest(Question question) throws IOException {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < question.words().size(); i++) {
            known(question.words().get(i), question.isLast(i)).ifPresent(pieces::add);
        }
        int trials = 0;
        while (!pieces.isEmpty()) {
            for (String text : spellings(pieces)) {
                if (trials++ < MOST_TRIALS && trial.finds(text)) {
                    return text.equals(question.name()) ? null : text;
                }
            }
            pieces.remove(pieces.stream().min(LEAST_CERTAIN).orElseThrow());
        }
        return null;
    }

    /** In every combination, the best first; with many words only the best of each. */
    private static List<String> spellings(List<Piece> pieces) {
        List<String> spellings = List.of("");
        for (Piece piece : pieces) {
            boolean few = spellings.size() * piece.texts().size() <= MOST_CORRECTIONS * MOST_CORRECTIONS;
            List<String> texts = few ? piece.texts() : piece.texts().subList(0, 1);
            spellings = spellings.stream()
                    .flatMap(before -> texts.stream().map(text -> before.isEmpty() ? text : before + " " + text))
                    .toList();
        }
        return spellings;
    }

    private Optional<Piece> known(Word word, boolean last) throws IOException {
        int products = vocabulary.productsWith(Documents.WORD, word.stem());
        if (last && products == 0) {
            products = vocabulary.productsWith(Documents.START, word.text());
        }
        if (products > 0) {
            return Optional.of(new Piece(List.of(word.text()), products, false));
        }
        List<Vocabulary.Known> near = vocabulary.similarTo(word.stem(), false, true);
        return near.isEmpty()
                ? Optional.empty()
                : Optional.of(new Piece(
                        near.stream()
                                .limit(MOST_CORRECTIONS)
                                .map(Vocabulary.Known::term)
                                .toList(),
                        near.getFirst().products(),
                        true));
    }
}
