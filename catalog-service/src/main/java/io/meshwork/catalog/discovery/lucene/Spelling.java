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

    /**
     * A word that is somewhere.
     *
     * @param products how many have it
     */
    private record Piece(String text, int products) {}

    private final Vocabulary vocabulary;
    private final Trial trial;

    Spelling(Vocabulary vocabulary, Trial trial) {
        this.vocabulary = vocabulary;
        this.trial = trial;
    }

    /**
     * The words that are somewhere and nearest to these; as many of them as find something together. Null when there are none, and
     * when the very same words would, were it not for what is selected.
     */
    @Nullable
    String suggest(Question question) throws IOException {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < question.words().size(); i++) {
            known(question.words().get(i), question.isLast(i)).ifPresent(pieces::add);
        }
        while (!pieces.isEmpty()) {
            String text = String.join(" ", pieces.stream().map(Piece::text).toList());
            if (trial.finds(text)) {
                return text.equals(question.name()) ? null : text;
            }
            pieces.remove(pieces.stream()
                    .min(Comparator.comparingInt(Piece::products))
                    .orElseThrow());
        }
        return null;
    }

    private Optional<Piece> known(Word word, boolean last) throws IOException {
        int products = vocabulary.productsWith(Documents.WORD, word.stem());
        if (last && products == 0) {
            products = vocabulary.productsWith(Documents.START, word.text());
        }
        if (products > 0) {
            return Optional.of(new Piece(word.text(), products));
        }
        return vocabulary.similarTo(word.stem(), false, true).stream()
                .findFirst()
                .map(near -> new Piece(near.term(), near.products()));
    }
}
