package io.meshwork.catalog.discovery;

import io.meshwork.catalog.product.Listing;
import io.meshwork.catalog.product.Product;
import io.meshwork.catalog.product.ProductHeader;
import io.meshwork.catalog.product.Score.Quality;
import io.meshwork.catalog.product.Verdict.Compliance;
import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.OutputPort;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A product at its latest version as the index keeps it: everything that can be found, filtered by, or shown. Long texts are cut, so
 * that no contract makes the index slow.
 *
 * @param qualityScore 0..1, null when not scored
 * @param freshAt when data last arrived; when the state last changed as long as none has
 * @param formats of the output ports
 * @param inputs ids of the products it is made from
 * @param consumers how many the contract declares
 */
public record Entry(
        ProductHeader header,
        String version,
        Listing.State state,
        Compliance compliance,
        Quality quality,
        @Nullable Double qualityScore,
        Instant freshAt,
        List<String> formats,
        List<SchemaText> schema,
        List<String> inputs,
        int consumers) {

    private static final int LONGEST_VALUE = 255;
    private static final int LONGEST_DESCRIPTION = 4_000;
    private static final int MOST_TAGS = 100;

    public Entry {
        formats = List.copyOf(formats);
        schema = List.copyOf(schema);
        inputs = List.copyOf(inputs);
    }

    /** @param contract of the product's latest version; null when it cannot be read, then its schema and ports are not found */
    public static Entry of(Product product, @Nullable DataProduct contract) {
        Listing listing = product.listing();
        return new Entry(
                shortened(product.header()),
                product.version(),
                listing.state(),
                listing.compliance(),
                listing.quality(),
                listing.qualityScore(),
                Optional.ofNullable(product.refreshedAt()).orElse(product.changedAt()),
                contract == null ? List.of() : formats(contract),
                contract == null ? List.of() : SchemaText.of(contract.schema()),
                contract == null ? List.of() : Inputs.of(contract),
                contract == null ? 0 : contract.consumers().size());
    }

    public String id() {
        return header.id();
    }

    /** The team, or whom to ask when no team is named; null when the contract names neither. */
    public @Nullable String owner() {
        return header.ownerTeam() != null ? header.ownerTeam() : header.ownerContact();
    }

    private static ProductHeader shortened(ProductHeader header) {
        return new ProductHeader(
                header.id(),
                header.domain(),
                header.name(),
                cut(header.title(), LONGEST_VALUE),
                cut(header.description(), LONGEST_DESCRIPTION),
                header.type(),
                header.lifecycle(),
                cut(header.classification(), LONGEST_VALUE),
                cut(header.ownerTeam(), LONGEST_VALUE),
                cut(header.ownerContact(), LONGEST_VALUE),
                header.tags().stream()
                        .limit(MOST_TAGS)
                        .map(tag -> tag.substring(0, Math.min(tag.length(), LONGEST_VALUE)))
                        .toList());
    }

    private static List<String> formats(DataProduct contract) {
        return contract.outputPorts().stream()
                .map(OutputPort::format)
                .filter(Objects::nonNull)
                .map(format -> format.substring(0, Math.min(format.length(), LONGEST_VALUE)))
                .distinct()
                .limit(MOST_TAGS)
                .toList();
    }

    static @Nullable String cut(@Nullable String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest);
    }
}
