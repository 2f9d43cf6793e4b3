package io.meshwork.policy.evaluation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.messaging.testkit.TestPlatform;
import io.meshwork.policy.evaluation.JudgedVersion;
import io.meshwork.policy.evaluation.PublishedVersion;
import io.meshwork.policy.evaluation.Verdicts.Candidate;
import io.meshwork.policy.judgement.Verdict;
import io.meshwork.policy.judgement.Verdict.Compliance;
import io.meshwork.policy.judgement.Violation;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcVerdictsTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");

    private static JdbcClient jdbc;
    private final JdbcVerdicts verdicts = new JdbcVerdicts(jdbc);

    @BeforeAll
    static void migrate() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(TestPlatform.shared().jdbcUrl("verdicts"));
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/policy")
                .load()
                .migrate();
        jdbc = JdbcClient.create(database);
    }

    @BeforeEach
    void clear() {
        jdbc.sql("truncate verdict, published_version").update();
    }

    @Test
    void keepsVerdictAsItIs() {
        JudgedVersion judged = judged("sales.cart", "1.0.0", 3, violated("it's \"wrong\" 🦜"));

        assertThat(verdicts.keep(List.of(version("sales.cart", "1.0.0", 1)), List.of(judged)))
                .containsExactly("sales.cart 1.0.0");

        assertThat(verdicts.find("sales.cart", null)).hasValueSatisfying(kept -> {
            assertThat(kept.judged()).isEqualTo(judged);
            assertThat(kept.confirmedRevision()).isEqualTo(3);
        });
        assertThat(verdicts.find("sales.cart", "2.0.0")).isEmpty();
    }

    @Test
    void sameVersionUnderTheSameSetIsKeptOnce() {
        List<PublishedVersion> versions = List.of(version("sales.cart", "1.0.0", 1));
        verdicts.keep(versions, List.of(judged("sales.cart", "1.0.0", 3, List.of())));

        assertThat(verdicts.keep(versions, List.of(judged("sales.cart", "1.0.0", 3, violated("new")))))
                .isEmpty();

        assertThat(verdicts.find("sales.cart", "1.0.0")
                        .orElseThrow()
                        .judged()
                        .verdict()
                        .violations())
                .isEmpty();
    }

    @Test
    void newestVersionIsTheOneWithTheHighestRevision() {
        verdicts.keep(
                List.of(version("sales.cart", "1.10.0", 2), version("sales.cart", "1.9.0", 1)),
                List.of(judged("sales.cart", "1.10.0", 3, List.of()), judged("sales.cart", "1.9.0", 3, List.of())));

        assertThat(verdicts.newest("", 10))
                .singleElement()
                .extracting(candidate -> candidate.version().version())
                .isEqualTo("1.10.0");
        assertThat(verdicts.find("sales.cart", null).orElseThrow().judged().version())
                .isEqualTo("1.10.0");
    }

    @Test
    void productsAreWalkedPageByPage() {
        verdicts.keep(
                IntStream.range(0, 25)
                        .mapToObj(i -> version("sales.p" + (10 + i), "1.0.0", 1))
                        .toList(),
                IntStream.range(0, 25)
                        .mapToObj(i -> judged("sales.p" + (10 + i), "1.0.0", 1, List.of()))
                        .toList());

        List<Candidate> first = verdicts.newest("", 10);
        List<Candidate> last = verdicts.newest("sales.p29", 10);

        assertThat(first).hasSize(10);
        assertThat(first.getLast().version().productId()).isEqualTo("sales.p19");
        assertThat(last).hasSize(5);
    }

    @Test
    void newerSetReplacesOrConfirms() {
        verdicts.keep(
                List.of(version("sales.a", "1.0.0", 1), version("sales.b", "1.0.0", 1)),
                List.of(judged("sales.a", "1.0.0", 1, List.of()), judged("sales.b", "1.0.0", 1, List.of())));

        verdicts.replace(List.of(judged("sales.a", "1.0.0", 2, violated("new"))));
        verdicts.confirm(List.of(judged("sales.b", "1.0.0", 2, List.of())));

        assertThat(verdicts.newest("", 10))
                .extracting(Candidate::confirmedRevision)
                .containsExactly(2L, 2L);
        assertThat(verdicts.find("sales.a", null)
                        .orElseThrow()
                        .judged()
                        .verdict()
                        .policySetRevision())
                .isEqualTo(2);
        assertThat(verdicts.find("sales.b", null)
                        .orElseThrow()
                        .judged()
                        .verdict()
                        .policySetRevision())
                .isEqualTo(1);
    }

    private static PublishedVersion version(String productId, String version, long revision) {
        return new PublishedVersion(productId, version, "sales", revision, "{\"name\": \"it's\"}");
    }

    private static JudgedVersion judged(String productId, String version, long set, List<Violation> violations) {
        Compliance compliance = violations.isEmpty() ? Compliance.COMPLIANT : Compliance.VIOLATED;
        return new JudgedVersion(productId, version, new Verdict(set, compliance, 9, violations), NOON);
    }

    private static List<Violation> violated(String message) {
        return List.of(new Violation("p", 1, "r", "security", "mandatory", message, null));
    }
}
