package io.meshwork.cli.importing.source.duckdb;

import io.meshwork.contract.skeleton.FoundField;
import io.meshwork.contract.skeleton.FoundType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A type as DuckDB writes it, such as {@code STRUCT("first name" VARCHAR, amounts DECIMAL(10,2)[])}. */
public final class DuckDbType {

    /** Deeper values are objects of which no more is said. */
    private static final int DEEPEST = 64;

    private final String text;
    private int at;

    private DuckDbType(String text) {
        this.text = text;
    }

    /** Whatever the text is, the answer is a type; of what cannot be read, one without a logical type. */
    public static FoundType parse(String text) {
        DuckDbType parser = new DuckDbType(text);
        try {
            FoundType type = parser.type(0);
            return parser.at == text.length() ? type : FoundType.of(null, text);
        } catch (StringIndexOutOfBoundsException cut) {
            return FoundType.of(null, text);
        }
    }

    private FoundType type(int depth) {
        int start = at;
        String word = word();
        FoundType type = switch (word) {
            case "STRUCT" -> FoundType.object(null, members(depth));
            case "MAP", "UNION" -> {
                members(depth);
                yield FoundType.of(word.equals("MAP") ? "object" : null, text.substring(start, at));
            }
            case "ENUM" -> FoundType.oneOf("enum", values());
            default -> scalar(word, start);
        };
        while (at < text.length() && text.charAt(at) == '[') {
            at = text.indexOf(']', at) + 1;
            type = FoundType.arrayOf(type);
        }
        return depth < DEEPEST ? type : FoundType.of(type.logical(), null);
    }

    /** Of a map they are types without names, which nobody asks for. */
    private List<FoundField> members(int depth) {
        List<FoundField> members = new ArrayList<>();
        expect('(');
        while (text.charAt(at) != ')') {
            String name = isNamed() ? name() : "";
            FoundType type = type(depth + 1);
            members.add(new FoundField(name, type));
            if (text.charAt(at) == ',') {
                at++;
                skipBlanks();
            }
        }
        at++;
        return members;
    }

    /** A name is quoted, or a word before another word. */
    private boolean isNamed() {
        if (text.charAt(at) == '"') {
            return true;
        }
        int end = at;
        while (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_') {
            end++;
        }
        return text.charAt(end) == ' ' && !text.startsWith("WITH ", end + 1);
    }

    private String name() {
        String name = text.charAt(at) == '"' ? quoted('"') : bare();
        skipBlanks();
        return name;
    }

    private String bare() {
        int start = at;
        while (text.charAt(at) != ' ') {
            at++;
        }
        return text.substring(start, at);
    }

    private List<String> values() {
        List<String> values = new ArrayList<>();
        expect('(');
        while (text.charAt(at) != ')') {
            values.add(quoted('\''));
            if (text.charAt(at) == ',') {
                at++;
                skipBlanks();
            }
        }
        at++;
        return values;
    }

    private String quoted(char quote) {
        StringBuilder content = new StringBuilder();
        expect(quote);
        while (true) {
            char c = text.charAt(at++);
            boolean twice = c == quote && at < text.length() && text.charAt(at) == quote;
            if (c == quote && !twice) {
                return content.toString();
            }
            at += twice ? 1 : 0;
            content.append(c);
        }
    }

    /** Letters, digits, and blanks inside: {@code TIMESTAMP WITH TIME ZONE}. */
    private String word() {
        int start = at;
        while (at < text.length() && "(),[".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at).strip().toUpperCase(Locale.ROOT);
    }

    private FoundType scalar(String word, int start) {
        if (at < text.length() && text.charAt(at) == '(') {
            at = text.indexOf(')', at) + 1;
        }
        return scalar(word, text.substring(start, at).strip());
    }

    private static FoundType scalar(String word, String written) {
        return switch (word) {
            case "TINYINT",
                    "SMALLINT",
                    "INTEGER",
                    "BIGINT",
                    "HUGEINT",
                    "UTINYINT",
                    "USMALLINT",
                    "UINTEGER",
                    "UBIGINT",
                    "UHUGEINT",
                    "BIGNUM",
                    "VARINT" -> FoundType.of("integer", written);
            case "DECIMAL", "DOUBLE", "FLOAT" -> FoundType.of("number", written);
            case "VARCHAR", "BLOB", "BIT", "INTERVAL" -> FoundType.of("string", written);
            case "UUID" -> FoundType.of("string", written).with("format", "uuid");
            case "BOOLEAN" -> FoundType.of("boolean", written);
            case "DATE" -> FoundType.of("date", written);
            case "TIME", "TIME_NS", "TIME WITH TIME ZONE" -> FoundType.of("time", written);
            case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "TIMESTAMP WITH TIME ZONE" ->
                FoundType.of("timestamp", written);
            default -> FoundType.of(null, written);
        };
    }

    private void expect(char c) {
        if (text.charAt(at) != c) {
            throw new StringIndexOutOfBoundsException(at);
        }
        at++;
    }

    private void skipBlanks() {
        while (text.charAt(at) == ' ') {
            at++;
        }
    }
}
