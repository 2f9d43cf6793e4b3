package io.meshwork.contract.template;

import io.meshwork.contract.read.document.Quoted;
import io.meshwork.contract.read.value.Ids;
import io.meshwork.contract.version.SemanticVersion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a template asks for.
 *
 * @param name {@code [a-z][a-z0-9_]*}
 * @param description what it means, for whoever is asked
 * @param byDefault as people would write it, with placeholders of earlier parameters; null when there is no default
 * @param choices the values that will do, empty for any
 * @param optional may be left out; then what it would fill is left out too
 */
public record Parameter(
        String name,
        Type type,
        String description,
        @Nullable String byDefault,
        List<String> choices,
        boolean optional) {

    public Parameter {
        choices = List.copyOf(choices);
    }

    /** Characters that a value or a default may have. */
    static final int LONGEST = 4_000;

    /** What people may write for a parameter. */
    public enum Type {
        ID("an id: lower-case letters, digits and hyphens, at most 63"),
        TEXT("text"),
        TEXTS("texts, separated by commas"),
        NUMBER("a number"),
        BOOLEAN("true or false"),
        DATE("a day, such as 2027-01-31"),
        VERSION("a version, such as 1.0.0");

        private final String expectation;

        Type(String expectation) {
            this.expectation = expectation;
        }

        /** What is expected, in words. */
        public String expectation() {
            return expectation;
        }

        static Optional<Type> fromText(String text) {
            return Arrays.stream(values())
                    .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(text))
                    .findFirst();
        }
    }

    /** Has to be given. */
    public boolean isRequired() {
        return byDefault == null && !optional;
    }

    /** What was written, as the value that stands in the contract; empty when it is none of the type. */
    Optional<Object> value(String written) {
        String text = written.strip();
        return text.isEmpty() ? Optional.empty() : typed(text);
    }

    private Optional<Object> typed(String text) {
        return switch (type) {
            case ID -> Ids.isValid(text) ? Optional.of(text) : Optional.empty();
            case TEXT -> Optional.of(text);
            case TEXTS ->
                Optional.of(texts(text)).filter(list -> !list.isEmpty()).map(Object.class::cast);
            case NUMBER -> number(text);
            case BOOLEAN ->
                text.equals("true") || text.equals("false") ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
            case DATE -> date(text);
            case VERSION -> SemanticVersion.parse(text).map(SemanticVersion::toString);
        };
    }

    private static List<String> texts(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static Optional<Object> number(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            boolean whole = number.stripTrailingZeros().scale() <= 0 && number.precision() - number.scale() < 10;
            return Optional.of(whole ? (Object) number.intValueExact() : number.doubleValue());
        } catch (NumberFormatException | ArithmeticException none) {
            return Optional.empty();
        }
    }

    private static Optional<Object> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text).toString());
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /** Why a value will not do, null when it will. */
    @Nullable
    String obstacle(String written) {
        if (written.length() > LONGEST) {
            return "is longer than " + LONGEST + " characters";
        }
        if (value(written).isEmpty()) {
            return Quoted.of(written) + " is not " + type.expectation();
        }
        return choices.isEmpty() || choices.contains(written.strip())
                ? null
                : Quoted.of(written) + " is none of " + String.join(", ", choices);
    }
}
