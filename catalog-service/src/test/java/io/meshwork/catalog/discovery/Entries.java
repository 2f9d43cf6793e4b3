package io.meshwork.catalog.discovery;

import io.meshwork.catalog.product.Listing;
import io.meshwork.catalog.product.ProductHeader;
import io.meshwork.catalog.product.Score.Quality;
import io.meshwork.catalog.product.Verdict.Compliance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Products to be found, in the words of the tests. */
public final class Entries {

    private final String id;
    private String title;
    private String description;
    private String type = "source";
    private String lifecycle = "production";
    private String classification = "internal";
    private String team = "shop-team";
    private List<String> tags = List.of();
    private Listing.State state = Listing.State.LISTED;
    private Double score = 0.97;
    private Instant freshAt = Instant.parse("2026-03-01T10:00:00Z");
    private List<String> formats = List.of("parquet");
    private List<String> inputs = List.of();
    private int consumers;
    private final List<SchemaText> schema = new ArrayList<>();

    private Entries(String id) {
        this.id = id;
    }

    public static Entries product(String id) {
        return new Entries(id);
    }

    public Entries titled(String text) {
        title = text;
        return this;
    }

    public Entries described(String text) {
        description = text;
        return this;
    }

    public Entries ofType(String text) {
        type = text;
        return this;
    }

    public Entries in(String text) {
        lifecycle = text;
        return this;
    }

    public Entries in(Listing.State other) {
        state = other;
        return this;
    }

    public Entries ownedBy(String text) {
        team = text;
        return this;
    }

    public Entries tagged(String... texts) {
        tags = List.of(texts);
        return this;
    }

    public Entries scored(Double other) {
        score = other;
        return this;
    }

    public Entries freshAt(String text) {
        freshAt = Instant.parse(text);
        return this;
    }

    public Entries withField(String name, String about) {
        schema.add(new SchemaText(name, about));
        return this;
    }

    public Entries withFormats(String... texts) {
        formats = List.of(texts);
        return this;
    }

    public Entries madeFrom(String... ids) {
        inputs = List.of(ids);
        return this;
    }

    public Entries withConsumers(int number) {
        consumers = number;
        return this;
    }

    public Entry entry() {
        int dot = id.indexOf('.');
        ProductHeader header = new ProductHeader(
                id,
                id.substring(0, dot),
                id.substring(dot + 1),
                title,
                description,
                type,
                lifecycle,
                classification,
                team,
                null,
                tags);
        return new Entry(
                header,
                "1.0.0",
                state,
                Compliance.COMPLIANT,
                Quality.PASSED,
                score,
                freshAt,
                formats,
                schema,
                inputs,
                consumers);
    }
}
