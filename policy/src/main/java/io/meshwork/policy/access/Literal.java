package io.meshwork.policy.access;

import com.google.common.base.Ascii;
import com.google.re2j.Pattern;

/** A value as a rule writes it. */
public sealed interface Literal {

    boolean matches(String value);

    /** Nothing but itself, upper and lower case told apart. */
    record Exact(String text) implements Literal {

        @Override
        public boolean matches(String value) {
            return text.equals(value);
        }
    }

    /**
     * {@code ?} is one character, {@code *} any number of them but {@code /}, {@code **} any number of any; all else is itself,
     * whether its letters a-z are in upper or lower case.
     */
    record Glob(String text, Pattern pattern) implements Literal {

        public static Glob of(String text) {
            StringBuilder expression = new StringBuilder();
            String lower = Ascii.toLowerCase(text);
            for (int i = 0; i < lower.length(); i++) {
                boolean doubled = lower.startsWith("**", i);
                expression.append(doubled ? ".*" : one(lower.charAt(i)));
                i += doubled ? 1 : 0;
            }
            return new Glob(text, Pattern.compile(expression.toString(), Pattern.DOTALL));
        }

        private static String one(char character) {
            return switch (character) {
                case '*' -> "[^/]*";
                case '?' -> "[^/]";
                default -> Pattern.quote(String.valueOf(character));
            };
        }

        /** RE2 takes linear time, whatever an author writes. */
        @Override
        public boolean matches(String value) {
            return pattern.matches(Ascii.toLowerCase(value));
        }
    }
}
