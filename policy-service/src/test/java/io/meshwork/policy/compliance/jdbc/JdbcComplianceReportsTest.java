package io.meshwork.policy.compliance.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.policy.PolicyTables;
import io.meshwork.policy.compliance.ComplianceReports.Grouping;
import io.meshwork.policy.compliance.Standing;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcComplianceReportsTest {

    private static final Instant MONDAY = Instant.parse("2027-01-04T12:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2027-01-06T12:00:00Z");
    private static final Instant LATER = Instant.parse("2027-02-01T00:00:00Z");

    private static final String BLOCKING = violation("retention", "compliance", "mandatory", "");
    private static final String IN_GRACE =
            violation("retention", "compliance", "mandatory", ", \"blocksAt\": \"2027-03-01T00:00:00Z\"");
    private static final String WAIVED = violation(
            "retention",
            "compliance",
            "mandatory",
            ", \"waiver\": {\"id\": \"w\", \"approver\": \"ada\", \"until\": \"2027-03-01T00:00:00Z\"}");
    private static final String ADVICE = violation("described", "documentation", "advisory", "");

    private static JdbcClient jdbc;

    private final JdbcComplianceReports reports = new JdbcComplianceReports(jdbc);

    @BeforeAll
    static void migrate() {
        jdbc = JdbcClient.create(PolicyTables.in("compliance"));
    }

    @BeforeEach
    void judgeProducts() {
        jdbc.sql("truncate verdict, published_version").update();
        judged("cart.blocked", 1, MONDAY, BLOCKING + "," + ADVICE);
        judged("cart.grace", 1, MONDAY, IN_GRACE);
        judged("cart.waived", 1, MONDAY, WAIVED + "," + ADVICE);
        judged("media.warned", 1, MONDAY, ADVICE);
        judged("media.good", 1, MONDAY, "");
    }

    @Test
    void productCountsOnceByTheWorstThatIsSaid() {
        assertThat(reports.standing(Grouping.DOMAIN, LATER))
                .containsEntry("cart", new Standing(1, 1, 1, 0, 0))
                .containsEntry("media", new Standing(0, 0, 0, 1, 1))
                .hasSize(2);
    }

    @Test
    void policiesAndCategoriesTellWhoViolatesThem() {
        assertThat(reports.standing(Grouping.POLICY, LATER))
                .containsEntry("retention", new Standing(1, 1, 1, 0, 0))
                .containsEntry("described", new Standing(0, 0, 0, 3, 0))
                .hasSize(2);
        assertThat(reports.standing(Grouping.CATEGORY, LATER)).containsOnlyKeys("compliance", "documentation");
    }

    @Test
    void newestVerdictOnTheNewestVersionCounts() {
        judged("cart.blocked", 1, WEDNESDAY, "");

        assertThat(reports.standing(Grouping.DOMAIN, LATER)).containsEntry("cart", new Standing(0, 1, 1, 0, 1));
        assertThat(reports.standing(Grouping.DOMAIN, MONDAY)).containsEntry("cart", new Standing(1, 1, 1, 0, 0));
        assertThat(reports.standing(Grouping.DOMAIN, MONDAY.minusSeconds(1))).isEmpty();
    }

    @Test
    void historyTellsTheEndOfEachDay() {
        judged("cart.blocked", 1, WEDNESDAY, "");

        assertThat(reports.history(LocalDate.parse("2027-01-03"), LocalDate.parse("2027-01-07")))
                .containsEntry(LocalDate.parse("2027-01-04"), new Standing(1, 1, 1, 1, 1))
                .containsEntry(LocalDate.parse("2027-01-05"), new Standing(1, 1, 1, 1, 1))
                .containsEntry(LocalDate.parse("2027-01-06"), new Standing(0, 1, 1, 1, 2))
                .containsEntry(LocalDate.parse("2027-01-07"), new Standing(0, 1, 1, 1, 2))
                .hasSize(4);
    }

    private static void judged(String productId, long set, Instant at, String violations) {
        jdbc.sql("""
                        insert into published_version (product_id, version, domain, revision, contract)
                        values (:id, '1.0.0', split_part(:id, '.', 1), 1, '{}') on conflict do nothing
                        """).param("id", productId).update();
        jdbc.sql("""
                        insert into verdict (product_id, version, set_revision, confirmed_revision, compliance,
                                             policies_evaluated, violations, evaluated_at)
                        values (:id, '1.0.0', :set, :set, 'compliant', 1, :violations, :at::timestamptz)
                        """)
                .param("id", productId)
                .param("set", set)
                .param("violations", "[" + violations + "]")
                .param("at", at.toString())
                .update();
    }

    private static String violation(String policy, String category, String enforcement, String more) {
        return """
                {"policyId": "%s", "policyRevision": 1, "rule": "r", "category": "%s", "enforcement": "%s", "message": "m"%s}
                """.formatted(policy, category, enforcement, more).strip();
    }
}
