package io.meshwork.catalog.discovery.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * A word of a text, as people write it and as names hold it: {@code customerOrders_v2} has the words customer, orders, v and 2.
 *
 * @param text in lower case, without accents; at most {@value #LONGEST} characters
 * @param stem the text without a plural's ending: what is looked up
 * @param start in the text it is from, in UTF-16 units
 * @param end behind its last unit
 */
record Word(String text, String stem, int start, int end) {

    static final int LONGEST = 64;
    private static final int SHORTEST_PLURAL = 4;

    /** What a character may be folded to, such as ẞ to SS. */
    private static final int FOLDED = 4;

    private static final char ASCII = 128;

    /** Everything that is neither letter nor digit stands between words, also what is no character at all. */
    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        int start = -1;
        int before = ' ';
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (start >= 0 && isBoundary(before, c, next < text.length() ? text.codePointAt(next) : ' ')) {
                add(text, start, i, words);
                start = -1;
            }
            if (start < 0 && isPart(c) && !isMark(c)) {
                start = i;
            }
            before = isMark(c) ? before : c;
            i = next;
        }
        if (start >= 0) {
            add(text, start, text.length(), words);
        }
        return words;
    }

    /** The words as one: equal for all ways to write a name. */
    static String joined(List<Word> words, String between) {
        return words.stream().map(Word::text).collect(Collectors.joining(between));
    }

    private static boolean isBoundary(int before, int c, int after) {
        if (!isPart(c)) {
            return true;
        }
        if (isMark(c)) {
            return false;
        }
        boolean humps = Character.isUpperCase(c)
                && (Character.isLowerCase(before) || Character.isUpperCase(before) && Character.isLowerCase(after));
        return humps
                || Character.isDigit(c) != Character.isDigit(before)
                || Character.isIdeographic(c)
                || Character.isIdeographic(before);
    }

    private static boolean isPart(int c) {
        return Character.isLetterOrDigit(c) || isMark(c);
    }

    /** An accent that follows its letter. */
    private static boolean isMark(int c) {
        if (c < ASCII) {
            return false;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static void add(String text, int start, int end, List<Word> words) {
        String folded = folded(text, start, Math.min(end, start + LONGEST));
        if (!folded.isEmpty()) {
            words.add(new Word(folded, stem(folded), start, end));
        }
    }

    private static String folded(String text, int start, int end) {
        char[] lower = new char[end - start];
        int length = 0;
        boolean plain = true;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < ASCII) {
                lower[length++] = c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                lower[length++] = Character.toLowerCase(c);
                plain = false;
            }
        }
        return plain ? new String(lower, 0, length) : withoutAccents(lower, length);
    }

    private static String withoutAccents(char[] lower, int length) {
        char[] out = new char[length * FOLDED];
        int folded = ASCIIFoldingFilter.foldToASCII(lower, 0, out, 0, length);
        return new String(out, 0, Math.min(folded, LONGEST)).toLowerCase(Locale.ROOT);
    }

    /** Plurals only, and the same for texts and questions: what it gets wrong, it gets wrong on both sides. */
    static String stem(String word) {
        int length = word.length();
        if (length < SHORTEST_PLURAL || word.charAt(length - 1) != 's') {
            return word;
        }
        if (word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) {
            return word;
        }
        if (word.endsWith("ies") && length > SHORTEST_PLURAL) {
            return word.substring(0, length - 3) + "y";
        }
        if (word.endsWith("sses") || word.endsWith("xes") || word.endsWith("ches") || word.endsWith("shes")) {
            return word.substring(0, length - 2);
        }
        return word.substring(0, length - 1);
    }
}
