package io.meshwork.contract.read.value;

import io.meshwork.contract.read.document.Quoted;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One word out of a closed list, written in lower case with underscores (or hyphens). */
public final class Choice {

    private Choice() {}

    /** Empty when absent; a word that is not in the list is an error and reads as absent. */
    public static <E extends Enum<E>> Optional<E> read(Section section, String key, Class<E> type) {
        String written = section.text(key);
        Optional<E> choice = written == null ? Optional.empty() : of(written, type);
        if (written != null && choice.isEmpty()) {
            List<String> words =
                    Arrays.stream(type.getEnumConstants()).map(Choice::word).toList();
            section.error(
                    key,
                    "invalid",
                    "`" + key + "` is " + Quoted.of(written) + ", which is not in the list",
                    Suggestions.didYouMean(written, words) + "Write one of " + String.join(", ", words) + ".");
        }
        return choice;
    }

    public static <E extends Enum<E>> Optional<E> of(String written, Class<E> type) {
        String word = written.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(word))
                .findFirst();
    }

    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
