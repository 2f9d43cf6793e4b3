package io.meshwork.contract.domain;

import io.meshwork.contract.model.Owner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A domain: the part of the business that a team answers for with all its data products.
 *
 * @param name id, the first half of the ids of its products
 * @param title name for people, null when the id says enough
 * @param members users who work in the domain, as identity provider and database know them
 */
public record DomainDescriptor(
        String name, @Nullable String title, String description, Owner owner, List<String> members) {

    public DomainDescriptor {
        members = List.copyOf(members);
    }
}
