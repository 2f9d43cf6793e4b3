package io.meshwork.policy.access;

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
     * whether in upper or lower case.
     */
    record Glob(String text, Pattern pattern) implements Literal {

        public static Glob of(String text) {
            StringBuilder expression = new StringBuilder();
            for (int i = 0; i < text.length(); i++) {
                boolean doubled = text.startsWith("**", i);
                expression.append(doubled ? ".*" : one(text.charAt(i)));
                i += doubled ? 1 : 0;
            }
            return new Glob(text, Pattern.compile(expression.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
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
            return pattern.matches(value);
        }
    }
}
