package io.meshwork.policy.access;

import java.util.Set;
import java.util.TreeSet;

/**
 * A person or a service that wants to use a product.
 *
 * @param domains for which it acts
 */
public record Principal(String id, Set<String> groups, Set<String> domains, Set<String> roles) {

    public Principal {
        groups = new TreeSet<>(groups);
        domains = new TreeSet<>(domains);
        roles = new TreeSet<>(roles);
    }
}
