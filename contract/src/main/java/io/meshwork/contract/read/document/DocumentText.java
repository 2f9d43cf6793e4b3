package io.meshwork.contract.read.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** The characters of a document, once it is known to be of honest size and encoding. */
final class DocumentText {

    private DocumentText() {}

    static String of(byte[] bytes) throws UnreadableException {
        size(bytes.length);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            throw new UnreadableException(
                    "contract.encoding",
                    Mark.in(text, text.length()),
                    "the bytes from here on are not UTF-8",
                    "Save the file as UTF-8.");
        }
        return printable(text.toString());
    }

    static String of(String text) throws UnreadableException {
        size(text.length() > Limits.BYTES ? text.length() : utf8Length(text));
        return printable(text);
    }

    private static void size(int bytes) throws UnreadableException {
        if (bytes > Limits.BYTES) {
            throw new UnreadableException(
                    "contract.too-large",
                    Mark.START,
                    "the document is larger than " + Limits.BYTES / 1024 + " KiB",
                    "Split it into several products, or move long descriptions behind links.");
        }
    }

    /** Without the byte order mark; YAML's set of printable characters holds for JSON too. */
    private static String printable(String text) throws UnreadableException {
        String document = text.startsWith("\uFEFF") ? text.substring(1) : text;
        for (int i = 0; i < document.length(); ) {
            int character = document.codePointAt(i);
            if (!StreamReader.isPrintable(character)) {
                throw new UnreadableException(
                        "contract.character",
                        Mark.in(document, i),
                        String.format("the character U+%04X is not allowed", character),
                        "Remove it; it is probably invisible in your editor.");
            }
            i += Character.charCount(character);
        }
        return document;
    }

    private static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
