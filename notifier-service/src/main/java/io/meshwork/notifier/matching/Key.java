package io.meshwork.notifier.matching;

import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.subscription.Filter;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What news must have for a subscription to be looked at: one thing of what its filter asks for, the kind and the severity. A filter
 * asks for all it names, so the thing that fewest news have is enough.
 *
 * @param kind empty for all
 */
record Key(Thing thing, String value, String kind, Severity severity) {

    /** From the rarest on. */
    enum Thing {
        PRODUCT,
        PRODUCT_PREFIX,
        DOMAIN,
        TAG,
        ANYTHING
    }

    static final String ALL_KINDS = "";
    /** A subscription to more kinds stands under all of them once. */
    private static final int KINDS = 4;

    static Set<Key> of(Filter filter) {
        var kinds = filter.eventTypes().isEmpty() || filter.eventTypes().size() > KINDS
                ? Set.of(ALL_KINDS)
                : filter.eventTypes();
        return things(filter)
                .flatMap(thing -> kinds.stream()
                        .map(kind -> new Key(thing.kind(), thing.value(), kind, filter.minimumSeverity())))
                .collect(Collectors.toUnmodifiableSet());
    }

    private record Named(Thing kind, String value) {}

    /** A pattern that begins with a wildcard says nothing about where to look. */
    private static Stream<Named> things(Filter filter) {
        if (!filter.products().isEmpty() && filter.products().stream().noneMatch(pattern -> pattern.startsWith("*"))) {
            return filter.products().stream().map(Key::product);
        }
        if (!filter.domains().isEmpty()) {
            return filter.domains().stream().map(domain -> new Named(Thing.DOMAIN, domain));
        }
        return filter.tags().isEmpty()
                ? Stream.of(new Named(Thing.ANYTHING, ""))
                : filter.tags().stream().map(tag -> new Named(Thing.TAG, tag));
    }

    private static Named product(String pattern) {
        int star = pattern.indexOf('*');
        return star < 0
                ? new Named(Thing.PRODUCT, pattern)
                : new Named(Thing.PRODUCT_PREFIX, pattern.substring(0, star));
    }
}
