package io.meshwork.catalog.product;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** How submissions ended. */
public interface DecidedSubmissions {

    /** Those of these that are decided, with one query. */
    List<DecidedSubmission> find(Collection<UUID> ids);

    /** Forgets what was decided longer ago than this; returns how many. */
    int trim(Duration age);
}
