package io.meshwork.policy.language;

import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import io.meshwork.contract.read.value.Suggestions;
import java.math.BigInteger;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings what somebody wrote as an example into the shape that expressions meet: every name is checked, and what a contract
 * always has, such as empty lists, is added.
 */
public final class FactShape {

    private static final Map<String, Object> PRODUCT = Map.of(
            "domain", "example", "name", "example", "version", "1.0.0", "type", "source", "status", "production");

    /** Parts of a product that are there even when they hold nothing. */
    private static final Set<String> ALWAYS = Set.of("owner", "terms");

    private final List<String> path = new ArrayList<>();
    private final List<Misfit> misfits = new ArrayList<>();

    /**
     * What does not fit.
     *
     * @param path names and indexes that lead to it from the example
     */
    public record Misfit(List<String> path, String message, String advice) {

        public Misfit {
            path = List.copyOf(path);
        }
    }

    /**
     * @param value for {@link Facts#with}
     * @param misfits when there are any, the value is of no use
     */
    public record Shaped(Object value, List<Misfit> misfits) {}

    private FactShape() {}

    /** @param written plain maps, lists, texts, numbers, true or false */
    public static Shaped of(Fact fact, @Nullable Object written) {
        FactShape shape = new FactShape();
        Object value = shape.value(FactTypes.of(fact), written);
        return new Shaped(value, List.copyOf(shape.misfits));
    }

    private Object value(CelType type, @Nullable Object written) {
        return switch (type) {
            case ListType list -> list(list, written);
            case MapType map -> map(map, written);
            default -> type.kind() == CelKind.STRUCT ? struct(type, written) : scalar(type, written);
        };
    }

    private Object below(String step, CelType type, @Nullable Object written) {
        path.add(step);
        Object value = value(type, written);
        path.removeLast();
        return value;
    }

    private Object list(ListType type, @Nullable Object written) {
        if (!(written instanceof List<?> items)) {
            return misfit("it must be a list", "Write items after dashes, or in brackets.");
        }
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            list.add(below(String.valueOf(i), type.elemType(), items.get(i)));
        }
        return list;
    }

    private Object map(MapType type, @Nullable Object written) {
        if (!(written instanceof Map<?, ?> entries)) {
            return misfit("it must be a mapping", "Write keys and values.");
        }
        Map<String, Object> map = new HashMap<>();
        entries.forEach((key, value) -> {
            if (value != null) {
                map.put(key.toString(), below(key.toString(), type.valueType(), value));
            }
        });
        return map;
    }

    private Object struct(CelType type, @Nullable Object written) {
        if (!(written instanceof Map<?, ?> entries)) {
            return misfit("it must be a mapping", "Write keys and values.");
        }
        Map<String, CelType> fields = FactTypes.fields(type.name());
        Map<String, Object> struct = new HashMap<>(type.name().equals("Product") ? PRODUCT : Map.of());
        entries.forEach((key, value) -> {
            String name = key.toString();
            CelType field = fields.get(name);
            if (field == null) {
                path.add(name);
                misfit(
                        "there is no '" + name + "' in a " + type.name(),
                        Suggestions.didYouMean(name, fields.keySet()) + "Known are: "
                                + String.join(
                                        ", ", fields.keySet().stream().sorted().toList()) + ".");
                path.removeLast();
            } else if (value != null) {
                struct.put(name, below(name, field, value));
            }
        });
        fields.forEach((name, field) -> {
            Object always = always(name, field);
            if (always != null) {
                struct.putIfAbsent(name, always);
            }
        });
        return struct;
    }

    private @Nullable Object always(String name, CelType field) {
        return switch (field) {
            case ListType list -> List.of();
            case MapType map -> Map.of();
            default -> {
                if (field.kind() == CelKind.BOOL) {
                    yield false;
                }
                yield ALWAYS.contains(name) ? struct(field, Map.of()) : null;
            }
        };
    }

    private Object scalar(CelType type, @Nullable Object written) {
        return switch (type.kind()) {
            case STRING -> written instanceof String text ? text : misfit("it must be text", "Put it in quotes.");
            case BOOL ->
                written instanceof Boolean flag ? flag : misfit("it must be true or false", "Write true or false.");
            case DOUBLE ->
                written instanceof Number number
                        ? number.doubleValue()
                        : misfit("it must be a number", "Write a number without quotes.");
            case INT ->
                written instanceof Integer || written instanceof Long
                        ? ((Number) written).longValue()
                        : misfit("it must be a whole number", "Write a number without quotes.");
            case TIMESTAMP -> timestamp(written);
            default -> anything(written);
        };
    }

    private Object timestamp(@Nullable Object written) {
        try {
            return Instant.parse(String.valueOf(written));
        } catch (DateTimeParseException e) {
            return misfit("it must be a point in time", "Write one such as 2026-12-31T00:00:00Z.");
        }
    }

    /** Of {@code custom} and the like: numbers as expressions meet them. */
    private static Object anything(@Nullable Object written) {
        return switch (written) {
            case null -> "";
            case Integer number -> number.longValue();
            case BigInteger number -> number.doubleValue();
            case List<?> list -> list.stream().map(FactShape::anything).toList();
            case Map<?, ?> map -> {
                Map<String, Object> all = new HashMap<>();
                map.forEach((key, value) -> all.put(key.toString(), anything(value)));
                yield all;
            }
            default -> written;
        };
    }

    private Object misfit(String message, String advice) {
        misfits.add(new Misfit(path, message, advice));
        return "";
    }
}
