package io.meshwork.contract.read.document;

import io.meshwork.contract.read.document.Node.Entry;
import io.meshwork.contract.read.document.Node.Mapping;
import io.meshwork.contract.read.document.Node.Scalar;
import io.meshwork.contract.read.document.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Builds the tree from JSON. YAML would read most of it, but not tabs, and its errors would speak of another language. */
final class JsonParsing {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.DEPTH + 2)
                    .maxNumberLength(Limits.BYTES)
                    .maxNameLength(Limits.BYTES)
                    .build())
            .build();

    private final JsonParser parser;
    private final Guard guard;

    private JsonParsing(JsonParser parser, Problems problems) {
        this.parser = parser;
        this.guard = new Guard(problems);
    }

    static Node parse(String text, Problems problems) throws UnreadableException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new JsonParsing(parser, problems).document();
        } catch (JacksonException broken) {
            throw syntax(mark(broken.getLocation()), broken.getOriginalMessage());
        }
    }

    private Node document() throws UnreadableException {
        Node root = node(parser.nextToken(), 1);
        if (parser.nextToken() != null) {
            throw syntax(here(), "something follows the end of the document");
        }
        return root;
    }

    private Node node(@Nullable JsonToken token, int depth) throws UnreadableException {
        Mark at = here();
        guard.depth(depth, at);
        return switch (token) {
            case START_OBJECT -> mapping(depth, at);
            case START_ARRAY -> sequence(depth, at);
            case VALUE_STRING -> guard.text(parser.getString(), at);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(token, at);
            case VALUE_TRUE -> new Scalar(true, "true", at);
            case VALUE_FALSE -> new Scalar(false, "false", at);
            case VALUE_NULL -> new Scalar(null, "null", at);
            case null, default -> throw syntax(at, "a value is missing");
        };
    }

    private Node number(JsonToken token, Mark at) {
        String text = parser.getString();
        if (text.length() > Limits.NUMBER_LENGTH) {
            guard.numberTooLong(at);
            return new Scalar(0, "0", at);
        }
        Object value = token == JsonToken.VALUE_NUMBER_INT ? Numbers.integer(text) : Numbers.decimal(text);
        return new Scalar(value, text, at);
    }

    private Node mapping(int depth, Mark at) throws UnreadableException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Mark keyAt = here();
            String key = guard.text(parser.currentName(), keyAt).text();
            guard.put(entries, key, keyAt, node(parser.nextToken(), depth + 1));
        }
        return new Mapping(entries, at);
    }

    private Node sequence(int depth, Mark at) throws UnreadableException {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token, depth + 1));
        }
        return new Sequence(items, at);
    }

    private Mark here() {
        return mark(parser.currentTokenLocation());
    }

    private static Mark mark(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? Mark.START
                : new Mark(location.getLineNr(), Math.max(1, location.getColumnNr()));
    }

    private static UnreadableException syntax(Mark at, String message) {
        return new UnreadableException(
                "contract.json.syntax",
                at,
                "this is not valid JSON: " + message,
                "Check the quotes, commas and brackets there and on the line above.");
    }
}
