package io.meshwork.catalog.lineage;

import io.meshwork.catalog.address.Address;

/** A dataset as OpenLineage names it: the namespace is the system, the name is unique there. */
public record DatasetName(String namespace, String name) {

    public Address address() {
        return Address.of(namespace, name);
    }
}
