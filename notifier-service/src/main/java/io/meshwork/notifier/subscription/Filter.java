package io.meshwork.notifier.subscription;

import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which news a subscriber wants. Empty means all; what is about the platform and not a product passes only where products, domains
 * and tags are open; what is about a domain also where all its products are asked for.
 *
 * @param products product ids with {@code *} as wildcard
 * @param domains domain ids
 * @param tags any of which the product must carry
 * @param eventTypes {@link io.meshwork.notifier.news.Kind kinds} of news, in lower case
 * @param changedFields fields with {@code *} as wildcard, any of which the news must say has changed
 * @param expression in CEL, of what is left; {@link Hearing} asks it. Null when there is none
 */
public record Filter(
        Set<String> products,
        Set<String> domains,
        Set<String> tags,
        Set<String> eventTypes,
        Severity minimumSeverity,
        Set<String> changedFields,
        @Nullable String expression) {

    public static final Filter ALL = new Filter(Set.of(), Set.of(), Set.of(), Set.of(), Severity.INFO);

    public Filter {
        products = Set.copyOf(products);
        domains = Set.copyOf(domains);
        tags = Set.copyOf(tags);
        eventTypes = Set.copyOf(eventTypes);
        changedFields = Set.copyOf(changedFields);
    }

    /** Without an expression. */
    public Filter(
            Set<String> products,
            Set<String> domains,
            Set<String> tags,
            Set<String> eventTypes,
            Severity minimumSeverity,
            Set<String> changedFields) {
        this(products, domains, tags, eventTypes, minimumSeverity, changedFields, null);
    }

    /** Whatever fields have changed. */
    public Filter(
            Set<String> products,
            Set<String> domains,
            Set<String> tags,
            Set<String> eventTypes,
            Severity minimumSeverity) {
        this(products, domains, tags, eventTypes, minimumSeverity, Set.of());
    }

    /** The same filter with this expression, or without one. */
    public Filter where(@Nullable String wanted) {
        return new Filter(products, domains, tags, eventTypes, minimumSeverity, changedFields, wanted);
    }

    /** News that says of no field that it has changed. */
    public boolean wants(About about, News news) {
        return wants(about, news, List.of());
    }

    /**
     * All but the expression.
     *
     * @param changed fields of which the news says that they have changed
     */
    public boolean wants(About about, News news, List<String> changed) {
        return news.severity().isAtLeast(minimumSeverity)
                && (eventTypes.isEmpty() || eventTypes.contains(news.kind().word()))
                && concerns(about)
                && (changedFields.isEmpty() || changed.stream().anyMatch(this::touches));
    }

    /** Whether it asks for this product, whatever the news. */
    public boolean concerns(About about) {
        return (products.isEmpty() || products.stream().anyMatch(pattern -> matches(pattern, about)))
                && (domains.isEmpty() || isAmong(domains, about.domain()))
                && (tags.isEmpty() || about.tags().stream().anyMatch(tags::contains));
    }

    /** A field, one inside it, or one that it was in. */
    private boolean touches(String changed) {
        return changedFields.stream()
                .anyMatch(field -> Wildcard.matches(field, changed)
                        || Wildcard.matches(field + ".*", changed)
                        || field.startsWith(changed + "."));
    }

    private static boolean isAmong(Set<String> wanted, @Nullable String domain) {
        return domain != null && wanted.contains(domain);
    }

    /** News about a domain concerns whoever asks for all its products. */
    private static boolean matches(String pattern, About about) {
        if (about.productId() != null) {
            return Wildcard.matches(pattern, about.productId());
        }
        return pattern.equals("*") || about.domain() != null && Wildcard.matches(pattern, about.domain() + ".*");
    }
}
