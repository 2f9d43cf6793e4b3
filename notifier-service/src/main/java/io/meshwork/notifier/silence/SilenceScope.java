package io.meshwork.notifier.silence;

import static java.util.stream.Collectors.toCollection;

import io.meshwork.notifier.subscription.Filter;
import java.util.Set;
import java.util.TreeSet;

/** The domains that a filter can reach, {@code *} for the whole mesh. */
final class SilenceScope {

    private static final String MESH = "*";

    private SilenceScope() {}

    static Set<String> of(Filter matches) {
        if (!matches.domains().isEmpty()) {
            return new TreeSet<>(matches.domains());
        }
        return matches.products().isEmpty()
                ? Set.of(MESH)
                : matches.products().stream().map(SilenceScope::domainOf).collect(toCollection(TreeSet::new));
    }

    /** Of {@code cart.*} it is cart; {@code cart*} reaches other domains, too. */
    private static String domainOf(String pattern) {
        int dot = pattern.indexOf('.');
        var domain = dot < 0 ? pattern : pattern.substring(0, dot);
        return domain.contains("*") ? MESH : domain;
    }
}
