package io.meshwork.quality.check;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the type options of a field as constraints; those that cannot be checked give none. */
final class TypeOptions {

    private static final Map<String, String> TEXT_FORMATS = Map.of(
            "email", "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$",
            "uuid", "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$",
            "uri", "^[A-Za-z][A-Za-z0-9+.-]*:\\S+$",
            "hostname", "^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$",
            "ipv4", "^((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)$",
            "ipv6", "^[0-9A-Fa-f]{0,4}(:[0-9A-Fa-f]{0,4}){2,7}$",
            "byte", "^[A-Za-z0-9+/]*={0,2}$");

    private static final Pattern WHOLE = Pattern.compile("([iu])(8|16|32|64|128)");

    /** Letters of the JDK's formats by what the engine calls them; the longer ones come first. */
    private static final Map<String, String> PARTS = parts();

    private final Map<?, ?> options;
    private final String type;
    private final List<Constraint> constraints = new ArrayList<>();

    private TypeOptions(Map<?, ?> options, @Nullable String type) {
        this.options = options;
        this.type = type == null ? "" : type;
    }

    private static Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("yyyy", "%Y");
        parts.put("uuuu", "%Y");
        parts.put("MM", "%m");
        parts.put("dd", "%d");
        parts.put("HH", "%H");
        parts.put("mm", "%M");
        parts.put("ss", "%S");
        parts.put("'T'", "T");
        return parts;
    }

    static List<Constraint> length(Map<?, ?> options, @Nullable String type) {
        return new TypeOptions(options, type).length();
    }

    static List<Constraint> range(Map<?, ?> options, @Nullable String type) {
        return new TypeOptions(options, type).range();
    }

    static List<Constraint> format(Map<?, ?> options, @Nullable String type) {
        return new TypeOptions(options, type).format();
    }

    private List<Constraint> length() {
        Integer least = options.get("minLength") instanceof Integer n ? n : null;
        Integer most = options.get("maxLength") instanceof Integer n ? n : null;
        if (least != null || most != null) {
            constraints.add(new Constraint.Length(least, most));
        }
        return constraints;
    }

    private List<Constraint> range() {
        boolean openBelow = Boolean.TRUE.equals(options.get("exclusiveMinimum"));
        boolean openAbove = Boolean.TRUE.equals(options.get("exclusiveMaximum"));
        bound(options.get("minimum"), true, !openBelow);
        bound(options.get("exclusiveMinimum"), true, false);
        bound(options.get("maximum"), false, !openAbove);
        bound(options.get("exclusiveMaximum"), false, false);
        if (options.get("multipleOf") instanceof Number step && exact(step).signum() > 0) {
            constraints.add(new Constraint.MultipleOf(exact(step)));
        }
        return constraints;
    }

    private void bound(@Nullable Object value, boolean lower, boolean inclusive) {
        boolean time = type.equals("date") || type.equals("timestamp") || type.equals("time");
        if (value instanceof Number number && !time) {
            constraints.add(new Constraint.NumberBound(exact(number), lower, inclusive));
        } else if (value instanceof String text && time) {
            constraints.add(new Constraint.TimeBound(type, text, lower, inclusive));
        }
    }

    private List<Constraint> format() {
        if (options.get("format") instanceof String format) {
            switch (type) {
                case "string" ->
                    Optional.ofNullable(TEXT_FORMATS.get(format))
                            .ifPresent(pattern -> constraints.add(new Constraint.Matches(pattern)));
                case "integer", "number" -> whole(format);
                case "date", "timestamp", "time" ->
                    conversion(format).ifPresent(known -> constraints.add(new Constraint.Readable(known)));
                default -> {}
            }
        }
        return constraints;
    }

    /** The range of {@code i8} to {@code u128}. */
    private void whole(String format) {
        var matcher = WHOLE.matcher(format);
        if (matcher.matches()) {
            boolean signed = matcher.group(1).equals("i");
            int bits = Integer.parseInt(matcher.group(2)) - (signed ? 1 : 0);
            BigInteger above = BigInteger.ONE.shiftLeft(bits);
            BigInteger least = signed ? above.negate() : BigInteger.ZERO;
            constraints.add(new Constraint.NumberBound(new BigDecimal(least), true, true));
            constraints.add(new Constraint.NumberBound(new BigDecimal(above.subtract(BigInteger.ONE)), false, true));
        }
    }

    /** Empty for a format with parts that the engine does not read the same way. */
    private static Optional<String> conversion(String format) {
        StringBuilder known = new StringBuilder();
        String rest = format;
        while (!rest.isEmpty()) {
            String start = rest;
            Optional<String> part =
                    PARTS.keySet().stream().filter(start::startsWith).findFirst();
            if (part.isPresent()) {
                known.append(PARTS.get(part.get()));
                rest = rest.substring(part.get().length());
            } else if (" -/.:".indexOf(rest.charAt(0)) >= 0) {
                known.append(rest.charAt(0));
                rest = rest.substring(1);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(known.toString());
    }

    private static BigDecimal exact(Number number) {
        return new BigDecimal(number.toString());
    }
}
