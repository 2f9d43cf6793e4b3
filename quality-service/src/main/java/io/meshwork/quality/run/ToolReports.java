package io.meshwork.quality.run;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The last report of each tool and suite on each version of a product. */
public interface ToolReports {

    /** Reports that are kept of a product; of more, the oldest are forgotten. */
    int MOST = 50;

    /**
     * Keeps reports in place of earlier ones, and forgets those of these products that are from before a time.
     *
     * @return those that were kept: one that is older than what is known of its tool and suite is not
     */
    Set<ToolReport> keep(Collection<ToolReport> reports, Instant since);

    /** All reports on these products since a time. */
    List<ToolReport> of(Collection<String> productIds, Instant since);
}
