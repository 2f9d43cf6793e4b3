package io.meshwork.benchmarks.search;

import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody types.
 *
 * @param meant the words without slips, which a baseline that forgives none is given; the last may be the beginning of one
 * @param domain that was selected, null when none was
 */
public record GeneratedQuery(
        Kind kind, String text, String meant, @Nullable String domain) {

    /** What people look for, each as often as the others. */
    public enum Kind {
        RARE_WORD("a rare word", (catalog, random) -> rare(catalog, random)),
        COMMON_WORD("a very common word", (catalog, random) -> common(catalog, random)),
        TWO_WORDS("two words", (catalog, random) -> medium(catalog, random) + " " + common(catalog, random)),
        THREE_WORDS(
                "three common words",
                (catalog, random) ->
                        common(catalog, random) + " " + common(catalog, random) + " " + common(catalog, random)),
        SHORT_BEGINNING("two letters of a name", (catalog, random) -> begin(named(catalog, random), 2)),
        BEGINNING("five letters of a word", (catalog, random) -> begin(medium(catalog, random), 5)),
        NAME("a name", (catalog, random) -> catalog.name(random.nextInt(catalog.size()))),
        SLIP("a word with a slip", (catalog, random) -> longer(catalog, random)),
        TWO_SLIPS(
                "two words with a slip each",
                (catalog, random) -> longer(catalog, random) + " " + longer(catalog, random)),
        IN_A_DOMAIN("a common word in a domain", (catalog, random) -> common(catalog, random)),
        EVERYTHING("no word", (catalog, random) -> "");

        private final String text;
        private final BiFunction<GeneratedCatalog, Random, String> words;

        Kind(String text, BiFunction<GeneratedCatalog, Random, String> words) {
            this.text = text;
            this.words = words;
        }

        public String text() {
            return text;
        }
    }

    /** The kinds by turns; the same seed always gives the same queries. */
    public static List<GeneratedQuery> of(GeneratedCatalog catalog, int number, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, number)
                .mapToObj(i -> of(catalog, Kind.values()[i % Kind.values().length], random))
                .toList();
    }

    private static GeneratedQuery of(GeneratedCatalog catalog, Kind kind, Random random) {
        String meant = kind.words.apply(catalog, random);
        boolean slips = kind == Kind.SLIP || kind == Kind.TWO_SLIPS;
        return new GeneratedQuery(
                kind,
                slips ? withSlips(meant, random) : meant,
                meant,
                kind == Kind.IN_A_DOMAIN ? "domain-" + random.nextInt(20) : null);
    }

    /** Two neighbouring letters of each word change places. */
    private static String withSlips(String words, Random random) {
        StringBuilder slips = new StringBuilder();
        for (String word : words.split(" ", -1)) {
            int at = 1 + random.nextInt(word.length() - 2);
            slips.append(slips.isEmpty() ? "" : " ")
                    .append(word, 0, at)
                    .append(word.charAt(at + 1))
                    .append(word.charAt(at))
                    .append(word, at + 2, word.length());
        }
        return slips.toString();
    }

    private static String common(GeneratedCatalog catalog, Random random) {
        return catalog.language().between(0, 50, random);
    }

    private static String medium(GeneratedCatalog catalog, Random random) {
        return catalog.language().between(50, 5_000, random);
    }

    private static String rare(GeneratedCatalog catalog, Random random) {
        int size = catalog.language().size();
        return catalog.language().between(size / 4, size, random);
    }

    private static String longer(GeneratedCatalog catalog, Random random) {
        String word = medium(catalog, random);
        while (word.length() < 6) {
            word = medium(catalog, random);
        }
        return word;
    }

    private static String named(GeneratedCatalog catalog, Random random) {
        return catalog.name(random.nextInt(catalog.size()));
    }

    private static String begin(String word, int letters) {
        return word.substring(0, Math.min(letters, word.length()));
    }
}
