package io.meshwork.contract.read.document;

/** The author's own words inside a message: in back-ticks, on one line, cut at {@value #LONGEST} characters. */
public final class Quoted {

    private static final int LONGEST = 80;

    private Quoted() {}

    public static String of(String text) {
        String line = text.replaceAll("\\s+", " ");
        return "`" + (line.length() <= LONGEST ? line : cut(line) + "…") + "`";
    }

    private static String cut(String line) {
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return line.substring(0, end);
    }
}
