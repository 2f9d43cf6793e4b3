package io.meshwork.catalog.lineage;

import io.meshwork.catalog.address.Address;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The flow of data for readers. Every method is a constant number of queries, whatever the number of spots. */
public interface LineageView {

    /** @param cut whether there are more */
    record Hops(List<Hop> hops, boolean cut) {}

    /** Steps that lead away from these spots; at most so many of each kind are looked at. */
    Hops hops(Collection<Spot> spots, Direction direction, int most);

    boolean hasProduct(String productId);

    boolean hasPort(String productId, String port);

    /** The dataset with one of these addresses, as a spot: the product that owns it, or itself. */
    Optional<Spot> dataset(List<Address> addresses, @Nullable String field);

    /** The field in all data that the product is known to have, as contract or column name. */
    Set<Spot> fields(String productId, @Nullable String port, String field);

    /** What people call the products, by their ids; unknown ones are left out. */
    Map<String, ProductLabel> products(Collection<String> ids);

    Map<Long, DatasetName> datasets(Collection<Long> ids);
}
