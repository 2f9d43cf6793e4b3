package io.meshwork.notifier.subscription;

import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which news a subscriber wants. Empty means all; what is about the platform and not a product passes only where products, domains
 * and tags are open.
 *
 * @param products product ids with {@code *} as wildcard
 * @param domains domain ids
 * @param tags any of which the product must carry
 * @param eventTypes {@link io.meshwork.notifier.news.Kind kinds} of news, in lower case
 */
public record Filter(
        Set<String> products, Set<String> domains, Set<String> tags, Set<String> eventTypes, Severity minimumSeverity) {

    public static final Filter ALL = new Filter(Set.of(), Set.of(), Set.of(), Set.of(), Severity.INFO);

    public Filter {
        products = Set.copyOf(products);
        domains = Set.copyOf(domains);
        tags = Set.copyOf(tags);
        eventTypes = Set.copyOf(eventTypes);
    }

    public boolean wants(About about, News news) {
        return news.severity().isAtLeast(minimumSeverity)
                && (eventTypes.isEmpty() || eventTypes.contains(news.kind().word()))
                && (products.isEmpty() || products.stream().anyMatch(pattern -> matches(pattern, about.productId())))
                && (domains.isEmpty() || isAmong(domains, about.domain()))
                && (tags.isEmpty() || about.tags().stream().anyMatch(tags::contains));
    }

    private static boolean isAmong(Set<String> wanted, @Nullable String domain) {
        return domain != null && wanted.contains(domain);
    }

    private static boolean matches(String pattern, @Nullable String productId) {
        return productId == null ? pattern.equals("*") : Wildcard.matches(pattern, productId);
    }
}
