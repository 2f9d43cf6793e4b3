package io.meshwork.contract.read.odcs;

import io.meshwork.contract.read.document.Quoted;
import io.meshwork.contract.read.value.Patterns;
import io.meshwork.contract.read.value.Section;
import io.meshwork.contract.read.value.Suggestions;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * {@code logicalTypeOptions}: what narrows a type. In version 3.1 an exclusive bound is a value of its own, in 3.0 it was a
 * switch on the other bound; both are read.
 */
final class TypeOptions {

    private static final Set<String> TEXT = Set.of("minLength", "maxLength", "pattern", "format");
    private static final Set<String> RANGE =
            Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "format");
    private static final Set<String> NUMBER = and(RANGE, "multipleOf");
    private static final Set<String> TIME = and(RANGE, "timezone", "defaultTimezone");
    private static final Set<String> OBJECT = Set.of("minProperties", "maxProperties", "required");
    private static final Set<String> ARRAY = Set.of("minItems", "maxItems", "uniqueItems");
    private static final List<String> COUNTS =
            List.of("minLength", "maxLength", "minProperties", "maxProperties", "minItems", "maxItems");

    private TypeOptions() {}

    private static Set<String> and(Set<String> options, String... more) {
        Set<String> all = new TreeSet<>(options);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }

    /** As written, with an error for each that no value could satisfy. */
    static Map<String, Object> read(Section property, @Nullable String type) {
        Section options = property.section("logicalTypeOptions", "type-options");
        if (options == null) {
            return Map.of();
        }
        Map<String, Object> written = options.except(Set.of());
        checkNames(options, type, written.keySet());
        COUNTS.forEach(key -> checkCount(options, key));
        checkPattern(options);
        checkMultiple(options);
        checkRange(options, "minLength", "maxLength");
        checkRange(options, "minItems", "maxItems");
        checkRange(options, "minProperties", "maxProperties");
        checkRange(options, "minimum", "maximum");
        checkRange(options, "exclusiveMinimum", "exclusiveMaximum");
        return written;
    }

    private static Set<String> of(String type) {
        return switch (type) {
            case "string" -> TEXT;
            case "date" -> RANGE;
            case "timestamp", "time" -> TIME;
            case "number", "integer" -> NUMBER;
            case "object" -> OBJECT;
            case "array" -> ARRAY;
            default -> Set.of();
        };
    }

    private static void checkNames(Section options, @Nullable String type, Set<String> written) {
        if (type == null) {
            return;
        }
        Set<String> known = of(type);
        for (String key : written) {
            if (!known.contains(key)) {
                options.warning(
                        key,
                        "unknown",
                        "the option " + Quoted.of(key) + " means nothing for the type " + Quoted.of(type),
                        Suggestions.didYouMean(key, known)
                                + (known.isEmpty()
                                        ? "The type has no options."
                                        : "Its options are " + String.join(", ", new TreeSet<>(known)) + "."));
            }
        }
    }

    private static void checkCount(Section options, String key) {
        Object value = options.plain(key);
        boolean count = value instanceof Integer number && number >= 0;
        if (value != null && !count) {
            options.error(
                    key, "invalid", "`" + key + "` must be a whole number, 0 or more", "Write a number such as 10.");
        }
    }

    /** The standard's patterns are those of ECMA-262, which differ in rare points from ours: so only a warning. */
    private static void checkPattern(Section options) {
        String pattern = options.text("pattern");
        if (pattern != null) {
            Patterns.flaw(pattern)
                    .ifPresent(flaw -> options.warning(
                            "pattern",
                            "invalid",
                            "the regular expression may not run: " + flaw,
                            "Check it; quote it with ' in YAML."));
        }
    }

    private static void checkMultiple(Section options) {
        Double step = options.number("multipleOf");
        if (step != null && step <= 0) {
            options.error("multipleOf", "invalid", "`multipleOf` must be more than 0", "Write a number above 0.");
        }
    }

    private static void checkRange(Section options, String lower, String upper) {
        Object min = options.plain(lower);
        Object max = options.plain(upper);
        if (min != null && max != null && isAbove(min, max)) {
            options.error(
                    upper,
                    "empty-range",
                    "`" + lower + "` is more than `" + upper + "`, so no value is valid",
                    "Swap the two, or mend one of them.");
        }
    }

    /** Dates and times compare as text when they are written alike. */
    private static boolean isAbove(Object min, Object max) {
        if (min instanceof Number low && max instanceof Number high) {
            return new BigDecimal(low.toString()).compareTo(new BigDecimal(high.toString())) > 0;
        }
        return min instanceof String low
                && max instanceof String high
                && shape(low).equals(shape(high))
                && low.compareTo(high) > 0;
    }

    private static String shape(String text) {
        return text.replaceAll("\\d", "0");
    }
}
