package io.meshwork.contract.skeleton;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names for neighbours, whatever they are called in their system: printable, on one line, each of them once. */
final class ContractNames {

    /** Leaves room for a number behind it; a contract takes 256 characters. */
    private static final int LONGEST = 240;

    /** What text of a contract does not keep: control characters, halves of pairs, line ends of other worlds. */
    private static final Pattern UNWRITABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Cn}\\u2028\\u2029\\uFEFF]");

    private static final Pattern GAPS = Pattern.compile("\\s{2,}");

    private final String noun;
    private final Set<String> taken = new HashSet<>();
    private int index;

    /** @param noun begins the names of those that have none */
    ContractNames(String noun) {
        this.noun = noun;
    }

    /** To be called in the order of the neighbours. */
    String next(String found) {
        index++;
        String readable = line(found);
        String base = readable.isEmpty() ? noun + "_" + index : shortened(readable);
        String name = base;
        for (int n = 2; !taken.add(name); n++) {
            name = base + "_" + n;
        }
        return name;
    }

    /** The name in its system, where it is another one and a contract can hold it. */
    static @Nullable String physical(String found, String name) {
        return found.equals(name) || !isWritable(found) ? null : found;
    }

    static boolean isWritable(String text) {
        return !text.isBlank()
                && text.equals(text.strip())
                && !UNWRITABLE.matcher(text).find();
    }

    /** On one line, without what cannot be written; empty when nothing is left. */
    static String line(String text) {
        String plain = UNWRITABLE.matcher(text).replaceAll(" ");
        return GAPS.matcher(plain).replaceAll(" ").strip();
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return name.substring(0, end).strip();
    }
}
