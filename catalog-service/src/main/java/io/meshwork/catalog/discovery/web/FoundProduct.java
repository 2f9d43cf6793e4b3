package io.meshwork.catalog.discovery.web;

import io.meshwork.catalog.discovery.Entry;
import io.meshwork.catalog.discovery.SearchResult.Hit;
import io.meshwork.catalog.discovery.SearchResult.Mark;
import io.meshwork.catalog.discovery.SearchResult.Match;
import io.meshwork.catalog.product.ProductHeader;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product that was found.
 *
 * @param state pending, listed, listed_with_warnings or blocked
 * @param qualityScore 0..1, null when not scored
 * @param formats of its output ports
 * @param usage declared consumers and products that are made from it
 * @param freshAt when data last arrived, or when the state last changed as long as none has
 * @param matches where the words were found, the most telling first
 */
record FoundProduct(
        String id,
        String domain,
        String name,
        String version,
        @Nullable String title,
        @Nullable String description,
        String type,
        String lifecycle,
        @Nullable String classification,
        @Nullable String ownerTeam,
        @Nullable String ownerContact,
        List<String> tags,
        List<String> formats,
        String state,
        String compliance,
        String quality,
        @Nullable Double qualityScore,
        int usage,
        Instant freshAt,
        List<MatchRepresentation> matches) {

    /**
     * A text in which words were found.
     *
     * @param field name, title, tag, domain, owner, field, description or field_description
     * @param text all of a short text, a part of a long one
     * @param marks start and end of each word found, in UTF-16 units of the text
     */
    record MatchRepresentation(String field, String text, List<MarkRepresentation> marks) {

        static MatchRepresentation of(Match match) {
            return new MatchRepresentation(
                    match.source().text(),
                    match.text(),
                    match.marks().stream().map(MarkRepresentation::of).toList());
        }
    }

    record MarkRepresentation(int start, int end) {

        static MarkRepresentation of(Mark mark) {
            return new MarkRepresentation(mark.start(), mark.end());
        }
    }

    static FoundProduct of(Hit hit) {
        Entry product = hit.product();
        ProductHeader header = product.header();
        return new FoundProduct(
                header.id(),
                header.domain(),
                header.name(),
                product.version(),
                header.title(),
                header.description(),
                header.type(),
                header.lifecycle(),
                header.classification(),
                header.ownerTeam(),
                header.ownerContact(),
                header.tags(),
                product.formats(),
                product.state().text(),
                product.compliance().text(),
                product.quality().text(),
                product.qualityScore(),
                hit.usage(),
                product.freshAt(),
                hit.matches().stream().map(MatchRepresentation::of).toList());
    }
}
