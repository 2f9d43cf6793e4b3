package io.meshwork.catalog.discovery.lucene;

import java.util.List;

/**
 * What somebody typed. Every character is a letter, a digit, or stands between words: there is no syntax.
 *
 * @param words the first {@value #MOST_WORDS}
 * @param ignored how many more there were
 */
record Question(List<Word> words, int ignored) {

    static final int MOST_WORDS = 16;

    static Question of(String text) {
        List<Word> words = Word.of(text);
        int kept = Math.min(words.size(), MOST_WORDS);
        return new Question(List.copyOf(words.subList(0, kept)), words.size() - kept);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** The last word may be the beginning of one, unless more words followed. */
    boolean isLast(int word) {
        return word == words.size() - 1 && ignored == 0;
    }

    String name() {
        return Word.joined(words, " ");
    }
}
