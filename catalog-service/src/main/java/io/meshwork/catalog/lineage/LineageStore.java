package io.meshwork.catalog.lineage;

import io.meshwork.catalog.address.Address;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of the flow of data. Every method is a constant number of statements, whatever the number of events and the size
 * of the catalog, and works inside the transaction of its caller.
 */
public interface LineageStore {

    /** Adds what the events tell to what was told before; the same event again changes nothing. */
    void add(List<LineageEvent> events);

    /**
     * Domains of the products that have data at these addresses, or under another name of the same data; addresses that are no
     * product's are left out.
     */
    Map<Address, Set<String>> domains(Collection<Address> addresses);

    /**
     * Forgets runs and flows that were not heard of for so long, and datasets and jobs that have none left.
     *
     * @return how many rows went
     */
    int trim(Duration runs, Duration flows);
}
