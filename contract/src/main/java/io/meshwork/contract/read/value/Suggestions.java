package io.meshwork.contract.read.value;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that someone meant. */
public final class Suggestions {

    private Suggestions() {}

    /** The known word nearest to the written one, when it is near enough to be a slip: a third of its letters, at most three. */
    public static Optional<String> nearest(String written, Collection<String> known) {
        String plain = plain(written);
        record Candidate(String word, int distance) {}
        return known.stream()
                .filter(word -> Math.abs(word.length() - written.length()) <= 5)
                .map(word -> new Candidate(word, distance(plain, plain(word))))
                .filter(candidate -> candidate.distance()
                        <= Math.min(3, Math.max(1, candidate.word().length() / 3)))
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
                .map(Candidate::word);
    }

    /** {@code "Did you mean `x`? "} or nothing. */
    public static String didYouMean(String written, Collection<String> known) {
        return nearest(written, known)
                .map(word -> "Did you mean `" + word + "`? ")
                .orElse("");
    }

    private static String plain(String word) {
        return word.replace("_", "").replace("-", "").replace(" ", "").toLowerCase(Locale.ROOT);
    }

    /** Edits between two words, where swapping two neighbouring letters is one edit (optimal string alignment). */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                d[i][j] = step(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(int[][] d, String a, String b, int i, int j) {
        int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replace, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
