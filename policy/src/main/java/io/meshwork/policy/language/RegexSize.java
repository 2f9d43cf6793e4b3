package io.meshwork.policy.language;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How large a regular expression gets when it is compiled, at most, without compiling it: RE2 repeats what is to be repeated, and
 * repetitions multiply.
 */
final class RegexSize {

    private static final int DEEPEST = 50;

    /** A class of Unicode takes as much memory as so many characters. */
    private static final int UNICODE = 50;

    private static final int ENDLESS = Integer.MAX_VALUE;
    private static final Pattern REPETITION = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?}");

    private static final Pattern LARGE = Pattern.compile("\\\\[pP]");
    private static final Pattern CLASS = Pattern.compile("\\[\\^?]?(?:[^\\]\\\\]|\\\\.)*+]", Pattern.DOTALL);

    private final String expression;
    /** Sizes of the groups that are open, each with that of its last part, which a repetition multiplies. */
    private final Deque<Group> open = new ArrayDeque<>();

    private int at;

    private static final class Group {
        private long before;
        private long last;

        private void add(long size) {
            before += last;
            last = size;
        }

        private long size() {
            return before + last;
        }
    }

    private RegexSize(String expression) {
        this.expression = expression;
    }

    /** {@link #ENDLESS} when it is nested too deep. */
    static int of(String expression) {
        int unicode = LARGE.matcher(expression).find() ? UNICODE : 1;
        long size = new RegexSize(expression).size(unicode);
        return (int) Math.min(size, ENDLESS);
    }

    private long size(int each) {
        open.push(new Group());
        while (at < expression.length()) {
            if (open.size() > DEEPEST || open.getLast().size() > ENDLESS) {
                return ENDLESS;
            }
            part(each);
        }
        return open.stream().mapToLong(Group::size).sum();
    }

    private void part(int each) {
        char next = expression.charAt(at);
        Matcher repetition = REPETITION.matcher(expression).region(at, expression.length());
        if (next == '{' && repetition.lookingAt()) {
            repeat(Math.max(number(repetition.group(1)), number(repetition.group(2))));
            at = repetition.end();
            return;
        }
        Matcher oneOf = CLASS.matcher(expression).region(at, expression.length());
        if (next == '[' && oneOf.lookingAt()) {
            at = oneOf.end();
            open.element().add(each);
            return;
        }
        at++;
        switch (next) {
            case '(' -> open.push(new Group());
            case ')' -> {
                if (open.size() > 1) {
                    long size = open.pop().size();
                    open.element().add(size + 2);
                }
            }
            case '\\' -> {
                at++;
                open.element().add(each);
            }
            default -> open.element().add(each);
        }
    }

    private void repeat(long times) {
        Group group = open.element();
        group.last = Math.min(ENDLESS, group.last * (times + 1));
    }

    private static long number(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? 0 : Long.parseLong(digits);
    }
}
