package io.meshwork.catalog.discovery;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What products can be narrowed down by. */
public enum Facet {
    DOMAIN(entry -> one(entry.header().domain())),
    TYPE(entry -> one(entry.header().type())),
    LIFECYCLE(entry -> one(entry.header().lifecycle())),
    CLASSIFICATION(entry -> one(entry.header().classification())),
    TAG(entry -> entry.header().tags()),
    OWNER(entry -> one(entry.owner())),
    FORMAT(Entry::formats),
    COMPLIANCE(entry -> one(entry.compliance().text())),
    QUALITY(entry -> one(QualityBand.of(entry.qualityScore()).text())),
    STATE(entry -> one(entry.state().text()));

    private final Function<Entry, List<String>> values;

    Facet(Function<Entry, List<String>> values) {
        this.values = values;
    }

    /** What the product is counted under; empty when the contract does not say. */
    public List<String> valuesOf(Entry entry) {
        return values.apply(entry);
    }

    /** The name that users write: {@code domain}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static List<String> one(@Nullable String value) {
        return Stream.ofNullable(value).toList();
    }
}
