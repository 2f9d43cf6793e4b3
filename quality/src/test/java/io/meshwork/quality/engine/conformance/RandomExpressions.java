package io.meshwork.quality.engine.conformance;

import java.util.List;
import java.util.Random;

/** Expressions on {@code a}, {@code b} (numbers), {@code s}, {@code t} (text), {@code d}, {@code e} (times) and {@code p} (boolean), whose kinds fit. */
final class RandomExpressions {

    private final Random random;

    RandomExpressions(long seed) {
        this.random = new Random(seed);
    }

    String condition(int depth) {
        return switch (random.nextInt(depth > 0 ? 12 : 6)) {
            case 0 -> number(depth) + comparison() + number(depth);
            case 1 -> text(depth) + oneOf("==", "!=", "<", ">=") + text(depth);
            case 2 -> time(depth) + comparison() + time(depth);
            case 3 -> duration(depth) + comparison() + duration(depth);
            case 4 -> oneOf("a", "s", "d", "p") + oneOf(" == null", " != null");
            case 5 -> oneOf("p", "s in [\"x\", \"o'o\"]", "a in [1, -2.5]", "s.matches(\"^[a-z]*$\")");
            case 6 -> text(depth) + "." + oneOf("startsWith", "endsWith", "contains") + "(" + text(depth) + ")";
            case 7, 8 -> "(" + condition(depth - 1) + oneOf(" && ", " || ") + condition(depth - 1) + ")";
            case 9 -> "!(" + condition(depth - 1) + ")";
            case 10 -> "((" + condition(depth - 1) + ") == (" + condition(depth - 1) + "))";
            default ->
                "((" + condition(depth - 1) + ") ? (" + condition(depth - 1) + ") : (" + condition(depth - 1) + "))";
        };
    }

    private String number(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 4)) {
            case 0, 1 -> oneOf("a", "b");
            case 2 -> oneOf("0", "1", "-2.5", "1e30", "9007199254740993");
            case 3 -> "size(" + oneOf("s", "t") + ")";
            case 4 -> "math.abs(" + number(depth - 1) + ")";
            case 5 -> "(-" + number(depth - 1) + ")";
            default -> "(" + number(depth - 1) + oneOf(" + ", " - ", " * ", " / ") + number(depth - 1) + ")";
        };
    }

    private String text(int depth) {
        return depth > 0 && random.nextInt(4) == 0
                ? "(" + text(depth - 1) + " + " + text(depth - 1) + ")"
                : oneOf("s", "t", "\"\"", "\"x\"", "\"o'o\"");
    }

    private String time(int depth) {
        return depth > 0 && random.nextInt(3) == 0
                ? "(" + time(depth - 1) + oneOf(" + ", " - ") + duration(depth - 1) + ")"
                : oneOf("d", "e", "timestamp(\"2024-02-29\")", "timestamp(\"2024-01-01T10:00:00.5+02:00\")");
    }

    private String duration(int depth) {
        return depth > 0 && random.nextInt(2) == 0
                ? "(" + time(depth - 1) + " - " + time(depth - 1) + ")"
                : oneOf("duration(\"36h\")", "duration(\"-1h30m\")", "duration(\"1.5s\")");
    }

    private String comparison() {
        return oneOf(" == ", " != ", " < ", " <= ", " > ", " >= ");
    }

    private String oneOf(String... options) {
        return List.of(options).get(random.nextInt(options.length));
    }
}
