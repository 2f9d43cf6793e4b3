package io.meshwork.notifier.objective;

import java.util.Map;
import java.util.Set;

/** What was last told of each objective; used inside a transaction. */
public interface ToldObjectives {

    /** Locks them until the transaction ends; every one asked for is in the answer, a map of the caller's own. */
    Map<ObjectiveId, Told> lock(Set<ObjectiveId> ids);

    void store(Map<ObjectiveId, Told> told);
}
