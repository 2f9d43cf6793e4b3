package io.meshwork.contract.read.document;

import io.meshwork.contract.read.document.Node.Entry;
import io.meshwork.contract.read.document.Node.Scalar;
import java.util.Map;

/** The rules that hold for YAML and JSON alike while a tree grows. */
final class Guard {

    private final Problems problems;

    Guard(Problems problems) {
        this.problems = problems;
    }

    void depth(int depth, Mark at) throws UnreadableException {
        if (depth > Limits.DEPTH) {
            throw new UnreadableException(
                    "contract.too-deep",
                    at,
                    "the document is nested deeper than " + Limits.DEPTH + " levels",
                    "Flatten it; a contract seldom needs more than ten levels.");
        }
    }

    /** Adds the entry unless its key is too long or taken; the first one stays. */
    void put(Map<String, Entry> entries, String key, Mark at, Node value) {
        Entry earlier = entries.get(key);
        if (key.length() > Limits.KEY_LENGTH) {
            problems.error(
                    "contract.key.too-long",
                    at,
                    "",
                    "a key is longer than " + Limits.KEY_LENGTH + " characters",
                    "Shorten it, or put the text into a value.");
        } else if (earlier != null) {
            problems.error(
                    "contract.key.duplicate",
                    at,
                    "",
                    "the key " + Quoted.of(key) + " is written twice in one mapping; first on line "
                            + earlier.key().line(),
                    "Keep one of the two.");
        } else {
            entries.put(key, new Entry(at, value));
        }
    }

    /** Text that came from escapes may hold what no database or encoder takes: NUL and half surrogate pairs. */
    Scalar text(String text, Mark at) {
        if (isStorable(text)) {
            return new Scalar(text, text, at);
        }
        problems.error(
                "contract.character",
                at,
                "",
                "an escape stands for a character that cannot be stored (NUL, or half of a surrogate pair)",
                "Remove the escape.");
        return new Scalar("", "", at);
    }

    void numberTooLong(Mark at) {
        problems.error(
                "contract.number.too-long",
                at,
                "",
                "a number has more than " + Limits.NUMBER_LENGTH + " characters",
                "Put it in quotes if it is text.");
    }

    private static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
