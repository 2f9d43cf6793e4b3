package io.meshwork.notifier.subscription;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What teams may use; used inside a transaction. */
public interface Grants {

    /**
     * Keeps the newest decision on each question, whatever came first; of the same moment the last one. Until the moment at which a
     * product went nothing is permitted.
     */
    void keep(Collection<Grant> decided, Instant now);

    /** Who may use something of these products. */
    Set<Party> standing(Set<String> productIds);

    /** What was decided about these products until then is over, also what is heard of it only later. */
    void end(Map<String, Instant> products);
}
