package io.meshwork.contract.read.document;

/**
 * Where something was written.
 *
 * @param line from 1
 * @param column from 1, in code points
 */
public record Mark(int line, int column) {

    public static final Mark START = new Mark(1, 1);

    /** The position of the character at {@code index}. */
    static Mark in(CharSequence text, int index) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < index; i++) {
            char c = text.charAt(i);
            boolean lineEnd = c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'));
            if (lineEnd) {
                line++;
                column = 1;
            } else if (!Character.isLowSurrogate(c) && c != '\r') {
                column++;
            }
        }
        return new Mark(line, column);
    }
}
