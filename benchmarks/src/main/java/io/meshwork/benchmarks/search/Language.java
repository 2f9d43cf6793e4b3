package io.meshwork.benchmarks.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Pronounceable words, the more frequent the shorter, drawn as in real texts: the n-th most frequent one about 1/n as often as the
 * first (Zipf).
 */
final class Language {

    private static final String[] ONSETS = {
        "b", "br", "c", "cl", "d", "dr", "f", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pr", "qu", "r", "s", "st",
        "str", "t", "tr", "v", "w", "z"
    };
    private static final String[] VOWELS = {"a", "e", "i", "o", "u", "ai", "ea", "ou"};
    private static final String[] CODAS = {"", "", "", "l", "m", "n", "nd", "r", "rt", "ct", "x"};
    private static final int MOST_SYLLABLES = 5;

    private final List<String> words;
    private final double[] cumulative;

    Language(int size, long seed) {
        Random random = new Random(seed);
        Set<String> different = new LinkedHashSet<>();
        while (different.size() < size) {
            different.add(word(random, 1 + different.size() * (MOST_SYLLABLES - 1) / size + random.nextInt(2)));
        }
        words = new ArrayList<>(different);
        cumulative = new double[size];
        double sum = 0;
        for (int rank = 0; rank < size; rank++) {
            sum += 1.0 / (rank + 2.7);
            cumulative[rank] = sum;
        }
    }

    private static String word(Random random, int syllables) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(one(ONSETS, random)).append(one(VOWELS, random)).append(one(CODAS, random));
        }
        return word.toString();
    }

    private static String one(String[] parts, Random random) {
        return parts[random.nextInt(parts.length)];
    }

    String word(Random random) {
        return between(0, words.size(), random);
    }

    /** A word among those of these ranks, each as often as in texts. */
    String between(int from, int to, Random random) {
        double low = from == 0 ? 0 : cumulative[from - 1];
        double at = low + random.nextDouble() * (cumulative[to - 1] - low);
        int found = Arrays.binarySearch(cumulative, from, to, at);
        return words.get(Math.min(found < 0 ? -found - 1 : found, to - 1));
    }

    int size() {
        return words.size();
    }

    String words(int number, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < number; i++) {
            text.append(i == 0 ? "" : " ").append(word(random));
        }
        return text.toString();
    }
}
