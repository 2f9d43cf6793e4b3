package io.meshwork.policy.document;

import io.meshwork.contract.read.value.Ids;
import io.meshwork.contract.read.value.Suggestions;
import io.meshwork.policy.language.Wording;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Single words of a document: ids, choices, texts of bounded length. */
final class Words {

    private Words() {}

    static void limit(Part part, String key, @Nullable String text) {
        if (text != null && text.length() > Wording.LONGEST) {
            part.problem(
                    "too-long", key, "`" + key + "` has more than " + Wording.LONGEST + " characters", "Shorten it.");
        }
    }

    /** Whether the id is well formed; a problem when it is not. */
    static boolean isId(Part part, String key, String id) {
        boolean valid = Ids.isValid(id);
        if (!valid) {
            String slug = Ids.slug(id);
            part.problem(
                    "invalid",
                    key,
                    "the id must be 1 to 63 letters a-z, digits or hyphens",
                    slug.isEmpty() ? "Choose a short id such as `owner-contact`." : "Write `" + slug + "`.");
        }
        return valid;
    }

    /** Null when the key is absent, or, with a problem, when its value is not one of these. */
    static <T> @Nullable T choice(Part part, String key, T[] values, Function<T, String> text) {
        String word = part.optional(key);
        List<String> words = Arrays.stream(values).map(text).toList();
        int index = word == null ? -1 : words.indexOf(word);
        if (word != null && index < 0) {
            part.problem(
                    "unknown",
                    key,
                    "`" + key + "` has an unknown value",
                    Suggestions.didYouMean(word, words) + oneOf(words));
        }
        return index < 0 ? null : values[index];
    }

    /** Like {@link #choice}; absence is a problem too. */
    static <T> @Nullable T required(Part part, String key, T[] values, Function<T, String> text) {
        T value = choice(part, key, values, text);
        if (value == null && !part.known(key)) {
            part.missing(key, oneOf(Arrays.stream(values).map(text).toList()));
        }
        return value;
    }

    private static String oneOf(List<String> words) {
        return "Write one of: " + String.join(", ", words) + ".";
    }
}
