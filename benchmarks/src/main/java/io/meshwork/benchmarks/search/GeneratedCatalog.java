package io.meshwork.benchmarks.search;

import io.meshwork.catalog.discovery.Entry;
import io.meshwork.catalog.discovery.SchemaText;
import io.meshwork.catalog.product.Listing;
import io.meshwork.catalog.product.ProductHeader;
import io.meshwork.catalog.product.Score.Quality;
import io.meshwork.catalog.product.Verdict.Compliance;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Products with about 120 words each; the same number always gives the same product. */
public final class GeneratedCatalog {

    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");
    private static final int SECONDS = 20_000_000;
    private static final List<String> TYPES = List.of("source", "derived", "derived", "aggregate", "ml_feature");
    private static final List<String> LIFECYCLES = List.of(
            "production", "production", "production", "production", "testing", "development", "deprecated", "retired");
    private static final List<String> CLASSIFICATIONS =
            List.of("public", "internal", "internal", "confidential", "restricted");
    private static final List<String> FORMATS = List.of("parquet", "delta", "csv", "json", "kafka", "rest", "sql");
    private static final int DOMAINS = 300;
    private static final int OWNERS = 2_000;
    private static final int TAGS = 20_000;

    private final int size;
    private final Language language;

    /** The larger a catalog, the more different words it has (Heaps). */
    public GeneratedCatalog(int size) {
        this.size = size;
        language = new Language((int) (600 * Math.sqrt(size)), 42);
    }

    Language language() {
        return language;
    }

    public int size() {
        return size;
    }

    public Entry product(int number) {
        Random random = new Random(number * 0x9E3779B97F4A7C15L);
        Listing.State state = random.nextInt(20) == 0 ? Listing.State.BLOCKED : Listing.State.LISTED;
        Double score = random.nextInt(4) == 0 ? null : 1 - Math.abs(random.nextGaussian()) / 10;
        return new Entry(
                header(number, random),
                "1.%d.0".formatted(random.nextInt(9)),
                state,
                random.nextInt(5) == 0 ? Compliance.WARNINGS : Compliance.COMPLIANT,
                score == null ? Quality.NOT_CHECKED : Quality.PASSED,
                score,
                EPOCH.plusSeconds(random.nextInt(SECONDS)),
                List.of(one(FORMATS, random)),
                schema(random),
                inputs(random),
                random.nextInt(10) == 0 ? random.nextInt(30) : 0);
    }

    private ProductHeader header(int number, Random random) {
        String domain = domain(number);
        String name = name(number);
        return new ProductHeader(
                domain + "." + name,
                domain,
                name,
                capitalised(name.replace('-', ' ')) + " " + language.word(random),
                language.words(20 + random.nextInt(40), random),
                one(TYPES, random),
                one(LIFECYCLES, random),
                one(CLASSIFICATIONS, random),
                "team-" + skewed(OWNERS, random),
                null,
                IntStream.range(0, 1 + random.nextInt(4))
                        .mapToObj(i -> language.between(0, Math.min(TAGS, language.size()), random))
                        .distinct()
                        .toList());
    }

    private String domain(int number) {
        return "domain-" + skewed(DOMAINS, new Random(number));
    }

    /** Words of medium frequency tell what a product is about. */
    String name(int number) {
        Random random = new Random(~number);
        return language.between(language.size() / 500, language.size(), random) + "-"
                + language.between(language.size() / 500, language.size(), random) + "-" + number;
    }

    private List<SchemaText> schema(Random random) {
        return IntStream.range(0, 10 + random.nextInt(25))
                .mapToObj(i -> new SchemaText(
                        language.word(random) + "_" + language.word(random),
                        i % 3 == 0 ? language.words(6, random) : null))
                .toList();
    }

    private List<String> inputs(Random random) {
        return IntStream.range(0, random.nextInt(10) < 7 ? 0 : 1 + random.nextInt(3))
                .map(i -> skewed(size, random))
                .distinct()
                .mapToObj(input -> domain(input) + "." + name(input))
                .toList();
    }

    /** Small numbers far more often than large ones. */
    private static int skewed(int below, Random random) {
        return (int) (below * Math.pow(random.nextDouble(), 4));
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static <T extends @Nullable Object> T one(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
