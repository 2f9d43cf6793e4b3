package io.meshwork.quality.engine.jdbc;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Translates a regular expression of RE2 into one of PostgreSQL that is found in exactly the same texts. What does not surely mean the
 * same is not translated. Whether something is found does not depend on greed, so that is dropped.
 */
final class PosixPattern {

    private static final int MOST_REPEATED = 255;

    private static final Pattern QUANTIFIER = Pattern.compile("(?:[*+?]|\\{(\\d{1,3})(?:,(\\d{0,3}))?})\\??");
    private static final Pattern GROUP = Pattern.compile("\\((?:\\?:|\\?P?<[A-Za-z_]\\w*>|(?!\\?))");
    private static final Pattern HEX = Pattern.compile("\\\\x(?:([0-9A-Fa-f]{2})|\\{([0-9A-Fa-f]{1,6})})");
    private static final Pattern NAMED = Pattern.compile("\\[:(\\w+):]");

    /** Classes are of ASCII in RE2, and of the database's language in PostgreSQL; as members of a bracket. */
    private static final Map<Character, String> CLASSES = Map.of('d', "0-9", 'w', "0-9A-Za-z_", 's', "\\t\\n\\f\\r ");

    private static final Map<String, String> NAMES = Map.of(
            "alpha", "A-Za-z",
            "digit", "0-9",
            "alnum", "0-9A-Za-z",
            "upper", "A-Z",
            "lower", "a-z",
            "xdigit", "0-9A-Fa-f",
            "space", "\\t\\n\\v\\f\\r ");
    private static final Map<Character, Integer> CONTROLS = Map.of('t', 9, 'n', 10, 'v', 11, 'f', 12, 'r', 13, 'a', 7);

    private final String source;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private PosixPattern(String source) {
        this.source = source;
    }

    /** Not the same in PostgreSQL, or no expression at all. */
    private static final class Untranslatable extends Exception {
        private static final long serialVersionUID = 1;

        Untranslatable() {
            super(null, null, false, false);
        }
    }

    static Optional<String> of(String re2) {
        try {
            PosixPattern pattern = new PosixPattern(re2);
            int open = 0;
            while (pattern.at < re2.length()) {
                open += pattern.next();
                if (open < 0) {
                    return Optional.empty();
                }
            }
            return open == 0 ? Optional.of(pattern.out.toString()) : Optional.empty();
        } catch (Untranslatable foreign) {
            return Optional.empty();
        }
    }

    /** One part with what repeats it; answers with the groups that it opens, or -1 for the one it closes. */
    private int next() throws Untranslatable {
        char c = source.charAt(at);
        switch (c) {
            case '(' -> {
                out.append("(?:");
                at = matched(GROUP).end();
                return 1;
            }
            case ')' -> {
                out.append(')');
                at++;
                quantifier();
                return -1;
            }
            case '|', '^', '$' -> {
                out.append(c);
                at++;
            }
            case '.' -> {
                out.append("[^\\n]");
                at++;
                quantifier();
            }
            case '[' -> {
                bracket();
                quantifier();
            }
            case '\\' -> escape();
            case '*', '+', '?', '{' -> throw new Untranslatable();
            default -> {
                literal(character());
                quantifier();
            }
        }
        return 0;
    }

    private void quantifier() throws Untranslatable {
        Matcher found = QUANTIFIER.matcher(source).region(at, source.length());
        if (!found.lookingAt()) {
            return;
        }
        for (int i = 1; i <= 2; i++) {
            if (found.group(i) != null
                    && !found.group(i).isEmpty()
                    && Integer.parseInt(found.group(i)) > MOST_REPEATED) {
                throw new Untranslatable();
            }
        }
        String written = found.group();
        out.append(
                written.length() > 1 && written.endsWith("?") ? written.substring(0, written.length() - 1) : written);
        at = found.end();
    }

    private void escape() throws Untranslatable {
        char c = escaped();
        if (c == 'A' || c == 'z') {
            out.append(c == 'A' ? '^' : '$');
            at += 2;
            return;
        }
        String members = CLASSES.get(Character.toLowerCase(c));
        if (members == null) {
            literal(character());
        } else {
            out.append(Character.isLowerCase(c) ? "[" : "[^").append(members).append(']');
            at += 2;
        }
        quantifier();
    }

    private void bracket() throws Untranslatable {
        out.append('[');
        at++;
        if (peek() == '^') {
            out.append('^');
            at++;
        }
        boolean first = true;
        while (first || peek() != ']') {
            member();
            first = false;
        }
        out.append(']');
        at++;
    }

    private void member() throws Untranslatable {
        if (source.startsWith("[:", at)) {
            Matcher name = matched(NAMED);
            String members = NAMES.get(name.group(1));
            if (members == null) {
                throw new Untranslatable();
            }
            out.append(members);
            at = name.end();
        } else if (peek() == '\\' && CLASSES.containsKey(escaped())) {
            out.append(CLASSES.get(escaped()));
            at += 2;
        } else {
            int from = character();
            literal(from);
            if (peek() == '-' && at + 1 < source.length() && source.charAt(at + 1) != ']') {
                at++;
                int to = character();
                if (to < from) {
                    throw new Untranslatable();
                }
                out.append('-');
                literal(to);
            }
        }
    }

    private char peek() throws Untranslatable {
        if (at >= source.length()) {
            throw new Untranslatable();
        }
        return source.charAt(at);
    }

    private char escaped() throws Untranslatable {
        if (at + 1 >= source.length()) {
            throw new Untranslatable();
        }
        return source.charAt(at + 1);
    }

    /** Takes one character, written as it is or escaped. */
    private int character() throws Untranslatable {
        if (peek() != '\\') {
            int c = source.codePointAt(at);
            at += Character.charCount(c);
            return c;
        }
        char c = escaped();
        if (c == 'x') {
            Matcher hex = matched(HEX);
            at = hex.end();
            return Integer.parseInt(hex.group(1) != null ? hex.group(1) : hex.group(2), 16);
        }
        Integer control = CONTROLS.get(c);
        if (control == null && (Character.isLetterOrDigit(c) || c == '_' || c > '~')) {
            throw new Untranslatable();
        }
        at += 2;
        return control == null ? c : control;
    }

    private void literal(int c) throws Untranslatable {
        if (c == 0 || !Character.isValidCodePoint(c) || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            throw new Untranslatable();
        }
        if (c < 128 && !Character.isLetterOrDigit(c) && c >= ' ') {
            out.append('\\');
        }
        out.appendCodePoint(c);
    }

    private Matcher matched(Pattern pattern) throws Untranslatable {
        Matcher found = pattern.matcher(source).region(at, source.length());
        if (!found.lookingAt()) {
            throw new Untranslatable();
        }
        return found;
    }
}
