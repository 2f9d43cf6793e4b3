package io.meshwork.catalog.discovery.web;

import io.meshwork.catalog.discovery.Facet;
import io.meshwork.catalog.discovery.Order;
import io.meshwork.catalog.discovery.SearchRequest;
import io.swagger.v3.oas.annotations.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.CustomCollectionEditor;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.util.UriUtils;

/** What a search is asked with. */
record SearchParameters(
        @Parameter(
                description =
                        "Words in name, title, description, schema, tags, owner or domain; at most 16 are looked for")
        @Nullable
        String q,

        @Parameter(description = "Id of the domain; given several times, any of them") @Nullable
        List<String> domain,

        @Parameter(description = "source, derived, aggregate or ml_feature") @Nullable
        List<String> type,

        @Parameter(description = "development, testing, production, deprecated or retired") @Nullable
        List<String> lifecycle,

        @Parameter(description = "Sensitivity such as internal") @Nullable
        List<String> classification,

        @Parameter(description = "Tag") @Nullable List<String> tag,

        @Parameter(description = "Team, or contact where no team is named") @Nullable
        List<String> owner,

        @Parameter(description = "Format of an output port, such as parquet") @Nullable
        List<String> format,

        @Parameter(description = "unknown, compliant, warnings or violated") @Nullable
        List<String> compliance,

        @Parameter(description = "excellent (from 0.99), good (from 0.95), fair (from 0.8), poor or not_scored")
        @Nullable
        List<String> quality,

        @Parameter(description = "pending, listed, listed_with_warnings or blocked") @Nullable
        List<String> state,

        @Parameter(description = "Also retired and blocked products; false by default") @Nullable
        Boolean hidden,

        @Parameter(description = "relevance (default), quality, freshness or usage") @Nullable
        String order,

        @Parameter(description = "Where the page before ended; taken from its next link") @Nullable
        String after,

        @Parameter(description = "1 to 100; 20 by default") @Nullable
        Integer limit) {

    private static final int DEFAULT_LIMIT = 20;
    private static final int HIGHEST_LIMIT = 100;
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_VALUES = 50;

    /** @throws io.meshwork.messaging.web.ProblemException 400 when a parameter is not understood, or beyond a limit */
    SearchRequest toRequest() {
        return new SearchRequest(
                text(q),
                selected(),
                Boolean.TRUE.equals(hidden),
                sorting(),
                Cursors.read(after),
                limit(limit, DEFAULT_LIMIT));
    }

    /** A tag may have a comma, at which Spring would cut it in two. */
    static void keepCommas(WebDataBinder binder) {
        binder.registerCustomEditor(List.class, new CustomCollectionEditor(List.class));
    }

    /** Where a search is asked; what users wrote is encoded, also where a URI would allow it. */
    static String link(String path, SearchRequest request) {
        List<String> parameters = new ArrayList<>();
        add("q", Stream.of(request.text()), parameters);
        request.selected()
                .forEach((facet, values) -> add(facet.text(), values.stream().sorted(), parameters));
        add("hidden", Stream.of(request.hidden()).filter(asked -> asked), parameters);
        add("order", Stream.of(request.order().text()), parameters);
        add("limit", Stream.of(request.limit()), parameters);
        add("after", Stream.ofNullable(request.after()).map(Cursors::write), parameters);
        return path + "?" + String.join("&", parameters);
    }

    private static void add(String name, Stream<?> values, List<String> parameters) {
        values.forEach(value -> parameters.add(name + "=" + UriUtils.encode(value.toString(), StandardCharsets.UTF_8)));
    }

    static String text(@Nullable String q) {
        if (q == null) {
            return "";
        }
        if (q.length() > LONGEST_TEXT) {
            throw Problems.invalid("q", "q may have at most " + LONGEST_TEXT + " characters; a few words find more.");
        }
        return q;
    }

    static int limit(@Nullable Integer limit, int otherwise) {
        if (limit == null) {
            return otherwise;
        }
        if (limit < 1 || limit > HIGHEST_LIMIT) {
            throw Problems.invalid("limit", "limit must be 1 to " + HIGHEST_LIMIT + ", not " + limit + ".");
        }
        return limit;
    }

    private Order sorting() {
        if (order == null) {
            return Order.RELEVANCE;
        }
        return Stream.of(Order.values())
                .filter(one -> one.text().equals(order))
                .findFirst()
                .orElseThrow(() -> Problems.invalid(
                        "order",
                        "order must be one of "
                                + String.join(
                                        ", ",
                                        Stream.of(Order.values())
                                                .map(Order::text)
                                                .toList()) + "."));
    }

    private Map<Facet, Set<String>> selected() {
        Map<Facet, Set<String>> selected = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            List<String> values = values(facet);
            if (values != null && !values.isEmpty()) {
                if (values.size() > MOST_VALUES) {
                    throw Problems.invalid(
                            facet.text(), facet.text() + " may be given at most " + MOST_VALUES + " times.");
                }
                selected.put(facet, Set.copyOf(values));
            }
        }
        return selected;
    }

    private @Nullable List<String> values(Facet facet) {
        return switch (facet) {
            case DOMAIN -> domain;
            case TYPE -> type;
            case LIFECYCLE -> lifecycle;
            case CLASSIFICATION -> classification;
            case TAG -> tag;
            case OWNER -> owner;
            case FORMAT -> format;
            case COMPLIANCE -> compliance;
            case QUALITY -> quality;
            case STATE -> state;
        };
    }
}
