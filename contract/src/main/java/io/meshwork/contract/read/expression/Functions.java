package io.meshwork.contract.read.expression;

import io.meshwork.contract.read.expression.Term.Kind;
import io.meshwork.contract.read.expression.Term.Place;
import io.meshwork.contract.read.value.Patterns;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The functions of CEL that every engine can do. */
final class Functions {

    sealed interface Result {

        record Known(Term term) implements Result {}

        record Wrong(String message, String advice) implements Result {}
    }

    static final Set<String> KNOWN =
            Set.of("size", "startsWith", "endsWith", "contains", "matches", "math.abs", "timestamp", "duration");

    private static final Pattern DURATION = Pattern.compile("-?(\\d{1,9}(\\.\\d{1,6})?(h|ms|us|m|s))+");
    private static final Pattern PART = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)(h|ms|us|m|s)");
    private static final Map<String, Long> MICROS =
            Map.of("h", 3_600_000_000L, "m", 60_000_000L, "s", 1_000_000L, "ms", 1_000L, "us", 1L);

    /** Ten thousand years: sums of a few of them still fit into 64 bits. */
    private static final long LONGEST_MICROS = 10_000L * 366 * 24 * 3_600_000_000L;

    private Functions() {}

    /**
     * @param name one of {@link #KNOWN}
     * @param terms what a function is called on, then its arguments
     */
    static Result of(String name, List<Term> terms) {
        return switch (name) {
            case "size" -> texts(name, terms, 1, "text.size()", () -> new Term.Length(terms.getFirst()));
            case "startsWith" -> part(name, terms, Place.START);
            case "endsWith" -> part(name, terms, Place.END);
            case "contains" -> part(name, terms, Place.ANYWHERE);
            case "matches" -> matches(terms);
            case "math.abs" -> absolute(terms);
            case "timestamp" -> timestamp(terms);
            case "duration" -> duration(terms);
            default -> throw new IllegalArgumentException("not known: " + name);
        };
    }

    private interface Making {
        Term make();
    }

    private static Result texts(String name, List<Term> terms, int count, String form, Making making) {
        return terms.size() == count && terms.stream().allMatch(term -> term.kind() == Kind.TEXT)
                ? new Result.Known(making.make())
                : new Result.Wrong("`" + name + "` works on text", "Write `" + form + "`.");
    }

    private static Result part(String name, List<Term> terms, Place place) {
        return texts(
                name,
                terms,
                2,
                "field." + name + "(\"…\")",
                () -> new Term.HasPart(place, terms.getFirst(), terms.getLast()));
    }

    private static Result matches(List<Term> terms) {
        if (terms.size() != 2
                || terms.getFirst().kind() != Kind.TEXT
                || !(terms.getLast() instanceof Term.TextValue(String pattern))) {
            return new Result.Wrong(
                    "`matches` works on text and a pattern in quotes", "Write `field.matches(\"^[A-Z]+$\")`.");
        }
        return Patterns.flaw(pattern)
                .<Result>map(flaw -> new Result.Wrong("the regular expression is not valid: " + flaw, "Mend it."))
                .orElseGet(() -> new Result.Known(new Term.Matches(terms.getFirst(), pattern)));
    }

    private static Result absolute(List<Term> terms) {
        Kind kind = terms.size() == 1 ? terms.getFirst().kind() : Kind.TEXT;
        return kind == Kind.NUMBER || kind == Kind.DURATION
                ? new Result.Known(new Term.Absolute(terms.getFirst()))
                : new Result.Wrong("`math.abs` works on a number or a duration", "Write `math.abs(a - b) <= 0.01`.");
    }

    private static Result timestamp(List<Term> terms) {
        Result.Wrong wrong = new Result.Wrong(
                "`timestamp` works on a date or a point in time in quotes",
                "Write `timestamp(\"2026-01-31T00:00:00Z\")` or `timestamp(\"2026-01-31\")`.");
        if (terms.size() != 1 || !(terms.getFirst() instanceof Term.TextValue(String text))) {
            return wrong;
        }
        try {
            Instant at = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            long micros = Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
            return Math.abs(micros) > LONGEST_MICROS ? wrong : new Result.Known(new Term.Micros(micros, Kind.TIME));
        } catch (DateTimeException | ArithmeticException e) {
            return wrong;
        }
    }

    private static Result duration(List<Term> terms) {
        if (terms.size() == 1
                && terms.getFirst() instanceof Term.TextValue(String text)
                && text.length() <= 100
                && DURATION.matcher(text).matches()) {
            double micros = 0;
            Matcher parts = PART.matcher(text);
            while (parts.find()) {
                micros += Double.parseDouble(parts.group(1)) * MICROS.getOrDefault(parts.group(2), 0L);
            }
            if (micros <= LONGEST_MICROS) {
                long whole = Math.round(text.startsWith("-") ? -micros : micros);
                return new Result.Known(new Term.Micros(whole, Kind.DURATION));
            }
        }
        return new Result.Wrong(
                "`duration` works on a length of time in quotes",
                "Write `duration(\"48h\")` or `duration(\"1h30m\")`.");
    }
}
