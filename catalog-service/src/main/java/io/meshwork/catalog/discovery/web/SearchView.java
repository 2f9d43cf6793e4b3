package io.meshwork.catalog.discovery.web;

import io.meshwork.catalog.discovery.Facet;
import io.meshwork.catalog.discovery.Order;
import io.meshwork.catalog.discovery.SearchRequest;
import io.meshwork.catalog.discovery.SearchResult;
import io.meshwork.catalog.discovery.SearchResult.FacetCounts;
import io.meshwork.catalog.discovery.SearchResult.Hit;
import io.meshwork.catalog.discovery.SearchResult.Mark;
import io.meshwork.catalog.discovery.SearchResult.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A search as its page shows it: every choice is a link. */
record SearchView(SearchResult result, SearchRequest request) {

    /** A part of a text, with whether it is one of the words that were looked for. */
    record Piece(String text, boolean marked) {}

    String words() {
        return request.text();
    }

    String headline() {
        return String.format(Locale.ROOT, "%,d data product%s", result.total(), result.total() == 1 ? "" : "s");
    }

    boolean complete() {
        return result.complete();
    }

    int ignoredWords() {
        return result.ignoredWords();
    }

    @Nullable
    String suggestion() {
        return result.suggestion();
    }

    String corrected() {
        return link(request.withText(Objects.requireNonNullElse(result.suggestion(), "")));
    }

    List<Hit> hits() {
        return result.hits();
    }

    /** Only those that leave a choice. */
    List<FacetCounts> facets() {
        return result.facets().stream()
                .filter(facet -> facet.values().size() > 1
                        || facet.values().stream().anyMatch(SearchResult.ValueCount::selected))
                .toList();
    }

    String toggled(Facet facet, String value) {
        return link(request.toggled(facet, value));
    }

    boolean isOrderedBy(Order order) {
        return request.order() == order;
    }

    String orderedBy(Order order) {
        return link(request.orderedBy(order));
    }

    @Nullable
    String next() {
        return result.next() == null ? null : link(request.after(result.next()));
    }

    String summary(Hit hit) {
        Double score = hit.product().qualityScore();
        return "quality "
                + (score == null
                        ? hit.product().quality().text().replace('_', ' ')
                        : String.format(Locale.ROOT, "%.1f %%", score * 100))
                + (hit.usage() == 0 ? "" : " · used by " + hit.usage())
                + (hit.product().owner() == null ? "" : " · " + hit.product().owner());
    }

    private static String link(SearchRequest request) {
        return SearchParameters.link(SearchPages.PATH, request);
    }

    static List<Piece> pieces(Match match) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Mark mark : match.marks()) {
            pieces.add(new Piece(match.text().substring(at, mark.start()), false));
            pieces.add(new Piece(match.text().substring(mark.start(), mark.end()), true));
            at = mark.end();
        }
        pieces.add(new Piece(match.text().substring(at), false));
        return pieces;
    }
}
