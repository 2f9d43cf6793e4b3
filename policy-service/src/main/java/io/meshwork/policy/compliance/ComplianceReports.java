package io.meshwork.policy.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;

/** Counts products by the verdicts that were kept. */
public interface ComplianceReports {

    /** What the products are grouped by. */
    enum Grouping {
        DOMAIN,
        /** Products that violate a policy, by policy; those that comply are not counted. */
        POLICY,
        /** Products that violate a policy of the category; those that comply are not counted. */
        CATEGORY
    }

    /** By group, as things stood at a moment. */
    SortedMap<String, Standing> standing(Grouping by, Instant at);

    /** Of all products, at the end of each day in UTC; today's is of now. */
    SortedMap<LocalDate, Standing> history(LocalDate first, LocalDate last);
}
