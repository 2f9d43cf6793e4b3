package io.meshwork.policy.document;

import io.meshwork.contract.read.document.Mark;
import io.meshwork.contract.read.document.Node.Scalar;

/**
 * Finds where a character of a YAML or JSON text value stands in its document. A value differs from what was written by
 * indentation, folding, quotes and escapes, so the two are walked side by side.
 */
final class SourceText {

    private final String text;

    SourceText(String document) {
        this.text = document.startsWith("\uFEFF") ? document.substring(1) : document;
    }

    /** The place of the character at this offset of the value; the start of the value when it cannot be followed. */
    Mark place(Scalar scalar, int offset) {
        int at = start(index(scalar.mark()));
        String value = scalar.text();
        for (int v = 0; v < Math.min(offset, value.length()); v++) {
            at = step(at, value.charAt(v));
            if (at < 0) {
                return scalar.mark();
            }
        }
        boolean inText = offset < value.length() && !Character.isWhitespace(value.charAt(offset));
        return mark(inText ? skipSpace(at) : at);
    }

    /** Behind one character of the value; -1 when something else was written. */
    private int step(int at, char expected) {
        if (Character.isWhitespace(expected)) {
            return at < text.length() && Character.isWhitespace(text.charAt(at)) ? at + 1 : escapedSpace(at);
        }
        int i = skipSpace(at);
        if (i >= text.length()) {
            return -1;
        }
        char written = text.charAt(i);
        if (written == '\\' && i + 1 < text.length() && text.charAt(i + 1) == expected) {
            return i + 2;
        }
        if (written == '\'' && expected == '\'' && text.startsWith("''", i)) {
            return i + 2;
        }
        return written == expected ? i + 1 : -1;
    }

    /** A blank of the value that was written as an escape, or not at all because of folding. */
    private int escapedSpace(int at) {
        boolean escaped = text.startsWith("\\n", at) || text.startsWith("\\t", at) || text.startsWith("\\r", at);
        return escaped ? at + 2 : at;
    }

    private int skipSpace(int at) {
        int i = at;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Behind the opening quote, or on the line after a block's indicator. */
    private int start(int at) {
        if (at >= text.length()) {
            return at;
        }
        return switch (text.charAt(at)) {
            case '"', '\'' -> at + 1;
            case '|', '>' -> {
                int line = text.indexOf('\n', at);
                yield line < 0 ? at : line + 1;
            }
            default -> at;
        };
    }

    private int index(Mark mark) {
        int start = 0;
        for (int line = 1; line < mark.line(); line++) {
            start = text.indexOf('\n', start) + 1;
        }
        int room = text.codePointCount(start, text.length());
        return text.offsetByCodePoints(start, Math.min(mark.column() - 1, room));
    }

    private Mark mark(int index) {
        int line = 1;
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0 && end < index; end = text.indexOf('\n', start)) {
            line++;
            start = end + 1;
        }
        return new Mark(line, text.codePointCount(start, Math.min(index, text.length())) + 1);
    }
}
