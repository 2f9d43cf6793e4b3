package io.meshwork.contract.read.value;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Ids of domains and products: {@code [a-z0-9-]{1,63}}. */
public final class Ids {

    private static final int LONGEST = 63;
    private static final Pattern VALID = Pattern.compile("[a-z0-9-]{1," + LONGEST + "}");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

    private Ids() {}

    public static boolean isValid(String id) {
        return VALID.matcher(id).matches();
    }

    /** The nearest valid id: {@code "My Quantum_é"} becomes {@code my-quantum-e}; empty when no letter or digit is left. */
    public static String slug(String name) {
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String words = OTHERS.matcher(MARKS.matcher(decomposed).replaceAll("")).replaceAll("-");
        String trimmed = trim(words);
        return trimmed.length() <= LONGEST ? trimmed : trim(trimmed.substring(0, LONGEST));
    }

    private static String trim(String words) {
        int from = words.startsWith("-") ? 1 : 0;
        int to = words.length() > from && words.endsWith("-") ? words.length() - 1 : words.length();
        return words.substring(from, to);
    }
}
