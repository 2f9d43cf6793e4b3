package io.meshwork.policy.waiver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.messaging.security.Caller;
import io.meshwork.policy.PolicyTables;
import io.meshwork.policy.document.PolicyReader;
import io.meshwork.policy.document.PolicyReading.Accepted;
import io.meshwork.policy.inforce.SetRevision;
import io.meshwork.policy.judgement.PolicyRevision;
import io.meshwork.policy.judgement.PolicySet;
import io.meshwork.policy.language.Facts;
import io.meshwork.policy.language.PolicyLanguage;
import io.meshwork.policy.waiver.Exemption;
import io.meshwork.policy.waiver.WaiverDecision;
import io.meshwork.policy.waiver.WaiverDecision.Code;
import io.meshwork.policy.waiver.WaiverDecisions;
import io.meshwork.policy.waiver.WaiverDecisions.Result;
import io.meshwork.policy.waiver.WaiverDraft;
import io.meshwork.policy.waiver.WaiverFault;
import io.meshwork.policy.waiver.WaiverQuery;
import io.meshwork.policy.waiver.WaiverRequest;
import io.meshwork.policy.waiver.WaiverVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcWaiverVersionsTest {

    private static final String STRICT = """
            apiVersion: meshwork.io/v1
            kind: Policy
            metadata: {id: p, title: Never}
            spec:
              scope: global
              category: security
              enforcement: mandatory
              rules: [{id: r, expression: "false", message: never}]
            """;

    private static final Instant START = Instant.parse("2026-01-01T12:00:00.123456Z");
    private static final Instant END = START.plus(Duration.ofDays(30));

    private static JdbcClient jdbc;

    private final JdbcWaiverVersions waivers = new JdbcWaiverVersions(jdbc);
    private final JdbcWaiverRecords judged = new JdbcWaiverRecords(jdbc);
    private final JdbcWaiverDecisions decisions = new JdbcWaiverDecisions(jdbc);

    @BeforeAll
    static void migrate() {
        jdbc = JdbcClient.create(PolicyTables.in("waivers"));
    }

    @BeforeEach
    void clear() {
        jdbc.sql("truncate waiver_version, waiver_decision").update();
    }

    @Test
    void newestRevisionOfEachWaiverCounts() {
        waivers.add(List.of(waiver("a", 1, "cart", false), waiver("b", 1, "cart.carts", false)));
        waivers.add(List.of(waiver("a", 2, "media", true)));

        assertThat(waivers.newest(Set.of("a", "b", "none", "zero\0")))
                .isEqualTo(Map.of("a", waiver("a", 2, "media", true), "b", waiver("b", 1, "cart.carts", false)));
        assertThat(waivers.find("none")).isEmpty();
    }

    @Test
    void waiversThatAreOverAreListedOnRequestOnly() {
        waivers.add(
                List.of(waiver("a", 1, "cart", false), waiver("b", 1, "cart", false), waiver("b", 2, "cart", true)));

        assertThat(ids(new WaiverQuery(null, null, START))).containsExactly("a");
        assertThat(ids(new WaiverQuery(null, null, END))).isEmpty();
        assertThat(ids(new WaiverQuery(null, null, null))).containsExactly("a", "b");
    }

    @Test
    void waiversAreListedByIdAndFiltered() {
        waivers.add(List.of(
                waiver("a", 1, "cart", false), waiver("b", 1, "cart.carts", false), waiver("c", 1, "cart", false)));

        assertThat(waivers.page(new WaiverQuery("cart", "p", START), "a", 10))
                .extracting(WaiverVersion::id)
                .containsExactly("c");
        assertThat(ids(new WaiverQuery(null, "other", START))).isEmpty();
        assertThat(waivers.page(new WaiverQuery(null, null, START), null, 2)).hasSize(2);
    }

    @Test
    void judgesSeeWhatBelongsToTheirSetAndHasNotEnded() {
        waivers.add(List.of(waiver("a", 1, "cart", false)));
        waivers.add(List.of(waiver("a", 2, "cart", true)));

        assertThat(isExcused(new SetRevision(0, START))).isFalse();
        assertThat(isExcused(new SetRevision(1, START))).isTrue();
        assertThat(isExcused(new SetRevision(1, END))).isFalse();
        assertThat(isExcused(new SetRevision(2, START))).isFalse();
    }

    @Test
    void whatBecameOfRequestsIsKept() {
        WaiverRequest granted = request("a", draft());
        WaiverRequest refused = request("b\0", null);
        var refusal = new WaiverDecision.Refused(Code.RULE_UNKNOWN, "no\0", List.of(new WaiverFault("/rule", "none")));

        decisions.keep(
                7,
                Map.of(
                        granted,
                        new WaiverDecision.Granted(waiver("a", 3, "cart", false), Set.of("cart")),
                        refused,
                        refusal));

        assertThat(decisions.find(granted.id()))
                .contains(new WaiverDecisions.Kept(
                        granted.id(), "a", WaiverRequest.contentHash(draft()), 7, new Result.Granted(3)));
        assertThat(decisions.find(refused.id()).orElseThrow().result())
                .isEqualTo(new Result.Refused(new WaiverDecision.Refused(
                        Code.RULE_UNKNOWN, "no", List.of(new WaiverFault("/rule", "none")))));
        assertThat(decisions.find(UUID.randomUUID())).isEmpty();
    }

    private boolean isExcused(SetRevision set) {
        PolicyRevision strict =
                new PolicyRevision(((Accepted) new PolicyReader(new PolicyLanguage()).read(STRICT)).policy(), 1);
        return new PolicySet(set.number(), set.asOf(), List.of(strict), judged.inForceAt(set))
                .judge("cart.carts", Facts.ofProduct("{}")).violations().stream()
                        .allMatch(violation -> violation.waiver() != null);
    }

    private List<String> ids(WaiverQuery query) {
        return waivers.page(query, null, 10).stream().map(WaiverVersion::id).toList();
    }

    private static WaiverRequest request(String id, @Nullable WaiverDraft draft) {
        return new WaiverRequest(UUID.randomUUID(), id, draft, "test", new Caller.Unproven("ada", "none"));
    }

    private static WaiverDraft draft() {
        return new WaiverDraft(exemption("cart"), null, END);
    }

    private static WaiverVersion waiver(String id, long revision, String subject, boolean withdrawn) {
        return new WaiverVersion(
                id, revision, revision, exemption(subject), START, END, "git", "grace", withdrawn, START);
    }

    private static Exemption exemption(String subject) {
        return new Exemption("p", null, subject, "The new store comes.", "cart-team");
    }
}
