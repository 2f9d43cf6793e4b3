package io.meshwork.policy.evaluation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.policy.PolicyTables;
import io.meshwork.policy.evaluation.JudgedVersion;
import io.meshwork.policy.evaluation.MeshFacts.Subject;
import io.meshwork.policy.evaluation.PublishedVersion;
import io.meshwork.policy.evaluation.Verdicts.Candidate;
import io.meshwork.policy.evaluation.VersionId;
import io.meshwork.policy.inforce.Walk;
import io.meshwork.policy.judgement.Verdict;
import io.meshwork.policy.judgement.Verdict.Compliance;
import io.meshwork.policy.judgement.Violation;
import io.meshwork.policy.judgement.Violation.Waived;
import io.meshwork.policy.language.Facts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcVerdictsTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");

    private static JdbcClient jdbc;
    private final JdbcVerdicts verdicts = new JdbcVerdicts(jdbc);

    @BeforeAll
    static void migrate() {
        jdbc = JdbcClient.create(PolicyTables.in("verdicts"));
    }

    @BeforeEach
    void clear() {
        jdbc.sql("truncate verdict, published_version").update();
    }

    @Test
    void keepsVerdictAsItIs() {
        JudgedVersion judged = judged("sales.cart", "1.0.0", 3, violated("it's \"wrong\" 🦜"));

        assertThat(publish(version("sales.cart", "1.0.0", 1))).containsExactly(judged.id());
        verdicts.add(List.of(judged));

        assertThat(verdicts.find("sales.cart", null)).hasValueSatisfying(kept -> {
            assertThat(kept.judged()).isEqualTo(judged);
            assertThat(kept.confirmedRevision()).isEqualTo(3);
        });
        assertThat(verdicts.find("sales.cart", "2.0.0")).isEmpty();
    }

    @Test
    void violationsThatWereKeptBeforeTheySaidWhoIsAtFaultAreRead() {
        judgeAll(1, version("sales.cart", "1.0.0", 1));
        jdbc.sql("update verdict set violations = ?").param("""
                        [{"policyId":"p","policyRevision":1,"rule":"r","category":"security","enforcement":"mandatory",
                          "message":"m","remediation":null,"blocksAt":null,"waiver":null}]""").update();

        assertThat(verdicts.find("sales.cart", null)
                        .orElseThrow()
                        .judged()
                        .verdict()
                        .violations())
                .containsExactlyElementsOf(violated("m"));
    }

    @Test
    void countsTheProductsThatAWalkComesTo() {
        judgeAll(
                1,
                version("sales.a", "1.0.0", 1),
                version("sales.a", "1.1.0", 2),
                version("sales.b", "1.0.0", 1),
                version("cart.a", "1.0.0", 1));

        assertThat(verdicts.count(new Walk.All())).isEqualTo(3);
        assertThat(verdicts.count(new Walk.Domain("sales"))).isEqualTo(2);
        assertThat(verdicts.count(new Walk.Product("cart.a"))).isEqualTo(1);
    }

    @Test
    void versionIsNewOnce() {
        publish(version("sales.cart", "1.0.0", 1));

        assertThat(publish(version("sales.cart", "1.0.0", 1), version("sales.cart", "1.1.0", 2)))
                .containsExactly(new VersionId("sales.cart", "1.1.0"));
        assertThat(verdicts.published(new VersionId("sales.cart", "1.0.0")))
                .contains(version("sales.cart", "1.0.0", 1));
    }

    @Test
    void newestVersionIsTheOneWithTheHighestRevision() {
        judgeAll(1, version("sales.cart", "1.10.0", 2), version("sales.cart", "1.9.0", 1));

        assertThat(page(new Walk.All())).containsExactly("sales.cart 1.10.0");
        assertThat(verdicts.find("sales.cart", null).orElseThrow().judged().version())
                .isEqualTo("1.10.0");
    }

    @Test
    void productsAreWalkedPageByPage() {
        judgeAll(
                1,
                IntStream.range(0, 25)
                        .mapToObj(i -> version("sales.p" + (10 + i), "1.0.0", 1))
                        .toArray(PublishedVersion[]::new));

        List<PublishedVersion> first = verdicts.page(new Walk.All(), "", 10);
        List<PublishedVersion> last = verdicts.page(new Walk.All(), "sales.p29", 10);

        assertThat(first).hasSize(10);
        assertThat(first.getLast().productId()).isEqualTo("sales.p19");
        assertThat(last).hasSize(5);
    }

    @Test
    void walkComesOnlyToItsProducts() {
        judgeAll(
                1,
                version("sales.a", "1.0.0", 1),
                version("sales.b", "1.0.0", 1),
                new PublishedVersion(
                        "media.c", "1.0.0", "media", 1, "{\"inputPorts\": [{\"source\": \"sales.a\"}]}", null, "[]"));

        assertThat(page(new Walk.Domain("sales"))).containsExactly("sales.a 1.0.0", "sales.b 1.0.0");
        assertThat(page(new Walk.Product("sales.b"))).containsExactly("sales.b 1.0.0");
        assertThat(page(new Walk.Downstream("sales.a"))).containsExactly("media.c 1.0.0");
        assertThat(page(new Walk.Daily())).hasSize(3);
        assertThat(verdicts.withDownstream(Set.of("sales.a", "sales.b", "media.c")))
                .containsExactly("sales.a");
    }

    @Test
    void productIsDueWhenTheGraceOfItsNewestVerdictEnds() {
        judgeAll(1, version("sales.a", "1.0.0", 1), version("sales.b", "1.0.0", 1));
        verdicts.add(List.of(judged("sales.a", "1.0.0", 2, spared(NOON)), judged("sales.b", "1.0.0", 2, spared(NOON))));
        verdicts.add(List.of(judged("sales.b", "1.0.0", 3, List.of())));

        assertThat(page(new Walk.GraceEnded(NOON))).containsExactly("sales.a 1.0.0");
        assertThat(page(new Walk.GraceEnded(NOON.minusSeconds(1)))).isEmpty();
    }

    @Test
    void waiverIsKeptWithItsViolation() {
        Violation waived = new Violation(
                "p",
                1,
                "r",
                "security",
                "mandatory",
                "m",
                null,
                NOON,
                new Waived("w", "ada", NOON.plusSeconds(1)),
                true);
        judgeAll(1, version("sales.a", "1.0.0", 1));
        verdicts.add(List.of(judged("sales.a", "1.0.0", 2, List.of(waived))));

        assertThat(verdicts.find("sales.a", null)
                        .orElseThrow()
                        .judged()
                        .verdict()
                        .violations())
                .containsExactly(waived);
        assertThat(page(new Walk.GraceEnded(NOON))).isEmpty();
    }

    @Test
    void newerVerdictReplacesAndSameOneConfirms() {
        judgeAll(1, version("sales.a", "1.0.0", 1), version("sales.b", "1.0.0", 1));

        verdicts.add(List.of(judged("sales.a", "1.0.0", 2, violated("new"))));
        verdicts.confirm(List.of(judged("sales.b", "1.0.0", 1, List.of())), 2);

        assertThat(verdicts.candidates(List.of(new VersionId("sales.a", "1.0.0"), new VersionId("sales.b", "1.0.0"))))
                .extracting(Candidate::confirmedRevision)
                .containsExactly(2L, 2L);
        assertThat(setOf("sales.a")).isEqualTo(2);
        assertThat(setOf("sales.b")).isEqualTo(1);
    }

    @Test
    void ofVerdictsOfOneSetTheLaterCounts() {
        judgeAll(1, version("sales.a", "1.0.0", 1));
        Verdict later =
                judged("sales.a", "1.0.0", 1, violated("the score fell")).verdict();
        verdicts.add(List.of(new JudgedVersion("sales.a", "1.0.0", later, NOON.plusSeconds(1), "{}")));

        assertThat(verdicts.find("sales.a", null).orElseThrow().judged().verdict())
                .isEqualTo(later);
        assertThat(verdicts.candidates(List.of(new VersionId("sales.a", "1.0.0"), new VersionId("sales.x", "1.0.0"))))
                .singleElement()
                .extracting(candidate -> candidate.last().verdict())
                .isEqualTo(later);
    }

    private Set<VersionId> publish(PublishedVersion... versions) {
        return verdicts.publish(Arrays.stream(versions)
                .map(version -> new Subject(version, Facts.ofProduct(version.contract())))
                .toList());
    }

    private void judgeAll(long set, PublishedVersion... versions) {
        publish(versions);
        verdicts.add(Arrays.stream(versions)
                .map(version -> judged(version.productId(), version.version(), set, List.of()))
                .toList());
    }

    private List<String> page(Walk walk) {
        return verdicts.page(walk, "", 10).stream()
                .map(version -> version.id().toString())
                .toList();
    }

    private long setOf(String productId) {
        return verdicts.find(productId, null).orElseThrow().judged().verdict().policySetRevision();
    }

    private static PublishedVersion version(String productId, String version, long revision) {
        return new PublishedVersion(
                productId,
                version,
                productId.substring(0, productId.indexOf('.')),
                revision,
                "{\"name\": \"it's\"}",
                null,
                "[]");
    }

    private static JudgedVersion judged(String productId, String version, long set, List<Violation> violations) {
        Compliance compliance = violations.isEmpty() ? Compliance.COMPLIANT : Compliance.VIOLATED;
        return new JudgedVersion(productId, version, new Verdict(set, compliance, 9, violations), NOON, null);
    }

    private static List<Violation> violated(String message) {
        return List.of(new Violation("p", 1, "r", "security", "mandatory", message, null, null, null, false));
    }

    private static List<Violation> spared(Instant blocksAt) {
        return List.of(new Violation("p", 1, "r", "security", "mandatory", "m", null, blocksAt, null, false));
    }
}
