package io.meshwork.policy.language;

import dev.cel.runtime.CelVariableResolver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A contract as policies see it: plain maps and lists made straight from its canonical JSON, without the record model between.
 * Nulls are left out, so that {@code has(product.x)} means what it says.
 */
public final class ProductFacts {

    private static final JsonFactory JSON = new JsonFactory();

    private final CelVariableResolver variables;
    private final Map<String, Object> product;

    private ProductFacts(Map<String, Object> product) {
        this.product = product;
        Optional<Object> found = Optional.of(product);
        this.variables = name -> name.equals(ProductLanguage.VARIABLE) ? found : Optional.empty();
    }

    /**
     * @param contract the product as canonical JSON, as in {@code product.published}
     * @throws IllegalArgumentException when it is not one JSON object; the message says where
     */
    public static ProductFacts parse(String contract) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), contract)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("the contract is not a JSON object");
            }
            Map<String, Object> product = object(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("the contract goes on after its JSON object");
            }
            return new ProductFacts(product);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the contract is not valid JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Null when the contract names none. */
    public @Nullable String ownerTeam() {
        return product.get("owner") instanceof Map<?, ?> owner && owner.get("team") instanceof String team
                ? team
                : null;
    }

    CelVariableResolver variables() {
        return variables;
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
