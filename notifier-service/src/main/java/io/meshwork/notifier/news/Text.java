package io.meshwork.notifier.news;

/** Words from elsewhere, made fit for one line. */
public final class Text {

    private static final String ELLIPSIS = "…";

    private Text() {}

    /**
     * The text on one line: without control characters and without the invisible characters that reorder or hide what follows,
     * white space collapsed, cut to a number of UTF-16 units without splitting a character.
     */
    public static String line(String text, int limit) {
        var clean = new StringBuilder(Math.min(text.length(), limit) + 2);
        boolean gap = false;
        for (int i = 0; i < text.length() && clean.length() <= limit; ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
                gap = !clean.isEmpty();
            } else if (isVisible(character)) {
                clean.append(gap ? " " : "").appendCodePoint(character);
                gap = false;
            }
        }
        return clip(clean.toString(), limit);
    }

    /** At most so many UTF-16 units, the last one an ellipsis when something is missing. */
    public static String clip(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = limit - ELLIPSIS.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + ELLIPSIS;
    }

    /** Format characters are kept only where they join letters or emoji; the rest of their class turns text round or hides it. */
    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
            case Character.FORMAT -> character == 0x200C || character == 0x200D;
            default -> true;
        };
    }
}
