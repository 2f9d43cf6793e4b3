package io.meshwork.quality.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** JSON from outside, of bounded depth and size. What takes much room and is never looked at, such as rows of the data, is not kept. */
final class DocumentParser {

    private static final int DEPTH = 60;
    private static final int VALUES = 500_000;
    private static final int LONGEST_TEXT = 4_000;

    /** Rows and values of the data, queries, and what surrounds a run. */
    private static final Set<String> NOT_KEPT = Set.of(
            "unexpected_list",
            "partial_unexpected_list",
            "partial_unexpected_counts",
            "unexpected_index_list",
            "partial_unexpected_index_list",
            "unexpected_rows",
            "unexpected_index_query",
            "rendered_content",
            "exception_traceback",
            "checkpoint_config",
            "actions_results",
            "queries",
            "profiling",
            "timing",
            "adapter_response",
            "env",
            "args");

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxNumberLength(400)
                    .maxNameLength(10_000)
                    .maxStringLength(ToolResults.LARGEST)
                    .build())
            .build();

    private final JsonParser parser;
    private int values;

    private DocumentParser(JsonParser parser) {
        this.parser = parser;
    }

    static Node parse(String document) throws UnusableException {
        if (document.length() > ToolResults.LARGEST) {
            throw new UnusableException(
                    "too-large",
                    "the document is larger than " + ToolResults.LARGEST / 1024 / 1024 + " MiB",
                    "Send it in parts, each of a suite of its own.",
                    "");
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), document)) {
            if (parser.nextToken() == null) {
                throw new UnusableException("json", "the document is empty", "Send " + Tool.allDocuments() + ".", "");
            }
            Node root = new Node(new DocumentParser(parser).value(), "");
            if (parser.nextToken() != null) {
                throw new UnusableException(
                        "json", "something follows the end of the document", "Send several documents as a list.", "");
            }
            return root;
        } catch (JacksonException broken) {
            throw notJson(broken);
        }
    }

    /** Depth is bounded by the parser's constraints. */
    private @Nullable Object value() throws UnusableException {
        if (++values > VALUES) {
            throw new UnusableException(
                    "too-large",
                    "the document has more than " + VALUES + " values",
                    "Send it in parts, or in a format without details.",
                    parser.streamReadContext().pathAsPointer().toString());
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> list();
            case VALUE_STRING -> cut(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case null, default -> null;
        };
    }

    private Map<String, @Nullable Object> object() throws UnusableException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (NOT_KEPT.contains(name)) {
                parser.skipChildren();
            } else {
                object.put(name, value());
            }
        }
        return object;
    }

    private List<@Nullable Object> list() throws UnusableException {
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value());
        }
        return list;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    private static UnusableException notJson(JacksonException broken) {
        TokenStreamLocation at = broken.getLocation();
        String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        return new UnusableException(
                "json",
                "this is not JSON that can be read" + where + ": " + broken.getOriginalMessage(),
                "Send the file as the tool has written it.",
                "");
    }
}
