package io.meshwork.policy.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Plain maps and lists made straight from canonical JSON, without the record model between. Nulls are left out, so that
 * {@code has(product.x)} means what it says.
 */
final class Json {

    private static final JsonFactory JSON = new JsonFactory();

    private Json() {}

    /** @throws IllegalArgumentException when it is not one JSON object; the message says where */
    static Map<String, Object> object(String text) {
        return read(text) instanceof Map<?, ?> object ? typed(object) : notAn("object");
    }

    /** @throws IllegalArgumentException when it is not one JSON array; the message says where */
    static List<?> array(String text) {
        return read(text) instanceof List<?> list ? list : notAn("array");
    }

    private static <T> T notAn(String kind) {
        throw new IllegalArgumentException("the contract is not a JSON " + kind);
    }

    @SuppressWarnings("unchecked") // names are always text
    private static Map<String, Object> typed(Map<?, ?> object) {
        return (Map<String, Object>) object;
    }

    private static @Nullable Object read(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            Object value = first == null ? null : value(parser, first);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("the contract goes on after its JSON " + kind(value));
            }
            return value;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the contract is not valid JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String kind(@Nullable Object value) {
        return value instanceof Map ? "object" : "value";
    }

    private static Map<String, Object> object(JsonParser parser) {
        Map<String, Object> object = new HashMap<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            Object value = value(parser, parser.nextToken());
            if (value != null) {
                object.put(name, value);
            }
        }
        return object;
    }

    private static List<Object> array(JsonParser parser) {
        List<Object> array = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            Object value = value(parser, token);
            if (value != null) {
                array.add(value);
            }
        }
        return array;
    }

    private static @Nullable Object value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_NULL -> null;
            default -> throw new IllegalArgumentException("the contract holds an unexpected " + token);
        };
    }

    private static Object integer(JsonParser parser) {
        return switch (parser.getNumberType()) {
            case INT, LONG -> parser.getLongValue();
            default -> parser.getDoubleValue();
        };
    }
}
