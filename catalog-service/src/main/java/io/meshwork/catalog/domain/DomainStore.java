package io.meshwork.catalog.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Domains as they are kept. */
public interface DomainStore extends KnownDomains {

    /** The domains with these names, also withdrawn ones; nobody else changes any domain until the transaction ends. */
    Map<String, Domain> lock(Collection<String> names);

    /** Those of these domains that exist or never did. */
    Set<String> notWithdrawn(Collection<String> domains);

    /** Those of these domains that have products which are not retired, or templates which are offered. */
    Set<String> inUse(Collection<String> names);

    /** Takes the place of what is kept. */
    void put(Collection<Domain> domains);

    /** Also when it is withdrawn. */
    Optional<Domain> find(String name);

    /** Domains that are not withdrawn by name, after the given one. */
    List<Domain> list(@Nullable String after, int limit);
}
