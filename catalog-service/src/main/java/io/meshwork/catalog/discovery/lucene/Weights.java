package io.meshwork.catalog.discovery.lucene;

import io.meshwork.catalog.discovery.Entry;
import io.meshwork.catalog.discovery.Source;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much each word of a product tells about it: more in a name than in a description, less in a long name than in a short one, and
 * never more for being repeated over and over.
 *
 * @param words weight by stem, and by the words of a name written as one
 * @param starts weight by beginning of a word of name, title and domain
 */
record Weights(Map<String, Integer> words, Map<String, Integer> starts) {

    /** Longer beginnings are expanded to words, which are few by then. */
    static final int LONGEST_START = 12;

    private static final int MOST_REPEATS = 3;

    static Weights of(Entry entry) {
        Weights weights = new Weights(new HashMap<>(), new HashMap<>());
        for (Source source : Source.values()) {
            weights.add(source, EntryTexts.of(entry, source));
        }
        return weights;
    }

    /** Weight of one occurrence. */
    private static int weight(Source source) {
        return switch (source) {
            case NAME -> 16;
            case TITLE -> 12;
            case TAG -> 8;
            case DOMAIN -> 6;
            case OWNER, FIELD -> 4;
            case DESCRIPTION -> 2;
            case FIELD_DESCRIPTION -> 1;
        };
    }

    private static boolean isShort(Source source) {
        return source == Source.NAME || source == Source.TITLE;
    }

    static boolean hasStarts(Source source) {
        return isShort(source) || source == Source.DOMAIN;
    }

    private void add(Source source, List<String> texts) {
        Map<String, Integer> repeats = new HashMap<>();
        for (String text : texts) {
            List<Word> found = Word.of(text);
            int weight = isShort(source) ? weight(source) * 5 / (4 + found.size()) : weight(source);
            found.forEach(word -> add(word.stem(), weight, repeats));
            if (source == Source.FIELD || isShort(source)) {
                addJoined(found, weight, repeats);
            }
            if (hasStarts(source)) {
                addStarts(found, weight);
            }
        }
    }

    private void add(String term, int weight, Map<String, Integer> repeats) {
        if (repeats.merge(term, 1, Integer::sum) <= MOST_REPEATS) {
            words.merge(term, Math.max(weight, 1), Integer::sum);
        }
    }

    private void addJoined(List<Word> found, int weight, Map<String, Integer> repeats) {
        String joined = Word.joined(found, "");
        if (found.size() > 1 && joined.length() <= Word.LONGEST) {
            add(Word.stem(joined), weight, repeats);
        }
    }

    private void addStarts(List<Word> found, int weight) {
        Set<String> different = new HashSet<>();
        for (Word word : found) {
            for (int i = 1; i <= Math.min(word.text().length(), LONGEST_START); i++) {
                different.add(word.text().substring(0, i));
            }
        }
        different.forEach(start -> starts.merge(start, Math.max(weight, 1), Integer::sum));
    }
}
