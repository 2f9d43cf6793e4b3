package io.meshwork.catalog.domain;

import java.util.Collection;
import java.util.Set;

/** In which domains products can be published. */
@FunctionalInterface
public interface KnownDomains {

    /** Those of these domains that exist; none of them is withdrawn before the transaction ends. */
    Set<String> among(Collection<String> domains);
}
