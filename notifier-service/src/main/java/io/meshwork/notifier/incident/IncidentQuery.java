package io.meshwork.notifier.incident;

import io.meshwork.notifier.news.Severity;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page of incidents, newest first.
 *
 * @param domain with its products; null for all
 * @param product product id, null for all
 * @param since changed at this time or later, null for all
 * @param before number to go on before, {@link Long#MAX_VALUE} for the first page
 * @param limit incidents at most
 */
public record IncidentQuery(
        Set<IncidentState> states,
        @Nullable String domain,
        @Nullable String product,
        Set<Severity> severities,
        @Nullable Instant since,
        long before,
        int limit) {}
