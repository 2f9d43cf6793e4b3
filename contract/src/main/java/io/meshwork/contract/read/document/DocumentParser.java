package io.meshwork.contract.read.document;

import io.meshwork.contract.read.document.Node.Mapping;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Bytes or text to a tree; what is wrong on the way is added to the problems. */
public final class DocumentParser {

    private static final Pattern JSON = Pattern.compile("^\\s*+\\{\\s*+[\"}]");

    private DocumentParser() {}

    /** The root mapping; null when there is none to go on with, and then the problems say why. */
    public static @Nullable Mapping parse(byte[] document, Problems problems) {
        try {
            return root(DocumentText.of(document), problems);
        } catch (UnreadableException end) {
            problems.add(end.problem());
            return null;
        }
    }

    /** As {@link #parse(byte[], Problems)}; a document held as text. */
    public static @Nullable Mapping parse(String document, Problems problems) {
        try {
            return root(DocumentText.of(document), problems);
        } catch (UnreadableException end) {
            problems.add(end.problem());
            return null;
        }
    }

    private static Mapping root(String text, Problems problems) throws UnreadableException {
        boolean json = JSON.matcher(text).lookingAt();
        Node root = json ? JsonParsing.parse(text, problems) : new YamlParsing(text, problems).parse();
        return switch (root) {
            case Mapping mapping -> mapping;
            case null -> throw empty();
            case Node.Scalar scalar when scalar.value() == null -> throw empty();
            case Node other ->
                throw new UnreadableException(
                        "contract.not-a-mapping",
                        other.mark(),
                        "the document is " + other.what() + ", it must be a mapping of keys to values",
                        "Start with `apiVersion:` and `kind:`.");
        };
    }

    private static UnreadableException empty() {
        return new UnreadableException(
                "contract.empty", Mark.START, "the document is empty", "Start with `apiVersion:` and `kind:`.");
    }
}
