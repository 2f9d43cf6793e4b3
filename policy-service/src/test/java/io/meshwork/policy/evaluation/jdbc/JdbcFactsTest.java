package io.meshwork.policy.evaluation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.policy.PolicyTables;
import io.meshwork.policy.evaluation.MeshFacts.Known;
import io.meshwork.policy.evaluation.MeshFacts.Score;
import io.meshwork.policy.evaluation.MeshFacts.Subject;
import io.meshwork.policy.evaluation.PublishedVersion;
import io.meshwork.policy.evaluation.VersionId;
import io.meshwork.policy.language.Answer.Decided;
import io.meshwork.policy.language.Compilation.Compiled;
import io.meshwork.policy.language.Condition;
import io.meshwork.policy.language.Fact;
import io.meshwork.policy.language.Facts;
import io.meshwork.policy.language.PolicyLanguage;
import io.meshwork.policy.language.Situation;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcFactsTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Set<Fact> ALL = EnumSet.allOf(Fact.class);
    private static final Subject CART = subject(
            "sales.cart",
            "2.0.0",
            "1.0.0",
            "{\"version\": \"2.0.0\", \"inputPorts\": [{\"source\": \"people\", \"domain\": \"crm\"}, {\"source\": \"a.b.c\"}]}");
    private static final String EVERYTHING =
            "quality.score == 0.9 && previous.version == '1.0.0' && changes.size() == 1"
                    + " && upstreams.all(u, u.classification == 'restricted') && upstreams.size() == 1";

    private static JdbcClient jdbc;

    private final JdbcFacts facts = new JdbcFacts(jdbc);
    private final JdbcVerdicts verdicts = new JdbcVerdicts(jdbc);

    @BeforeAll
    static void migrate() {
        jdbc = JdbcClient.create(PolicyTables.in("facts"));
    }

    @BeforeEach
    void publishProducts() {
        jdbc.sql("truncate published_version, quality_facts").update();
        verdicts.publish(List.of(
                CART,
                subject("sales.cart", "1.0.0", null, "{\"version\": \"1.0.0\"}"),
                subject("crm.people", "3.0.0", null, "{\"classification\": \"restricted\"}")));
    }

    @Test
    void everythingThatIsAskedForIsKnown() {
        facts.keep(List.of(score(1, 0.9)));

        assertThat(holds(EVERYTHING, about(ALL).facts())).isTrue();
        assertThat(holds("now == timestamp('2026-01-01T12:00:00Z')", about(ALL).facts()))
                .isTrue();
    }

    @Test
    void whatNobodyAsksForIsNotRead() {
        facts.keep(List.of(score(1, 0.9)));

        Known known = about(EnumSet.of(Fact.PRODUCT));

        assertThat(holds("!has(quality.score) && !has(previous.version) && upstreams.size() == 0", known.facts()))
                .isTrue();
        assertThat(known.inputs()).isNull();
    }

    @Test
    void lowerRunDoesNotReplaceAHigherOne() {
        assertThat(facts.keep(List.of(score(2, 0.9)))).hasSize(1);

        assertThat(facts.keep(List.of(score(1, 0.1), score(2, 0.2)))).isEmpty();
        assertThat(holds("quality.score == 0.9", about(ALL).facts())).isTrue();
    }

    @Test
    void verdictCanBeComputedAgainFromItsInputs() {
        facts.keep(List.of(score(1, 0.9)));
        String inputs = about(ALL).inputs();
        facts.keep(List.of(score(2, 0.1)));
        verdicts.publish(List.of(subject("crm.people", "4.0.0", "3.0.0", "{\"classification\": \"public\"}")));

        assertThat(holds(EVERYTHING, facts.again(CART, inputs, NOON))).isTrue();
        assertThat(holds(EVERYTHING, about(ALL).facts())).isFalse();
    }

    private Known about(Set<Fact> reads) {
        return facts.about(List.of(CART), reads, NOON).getFirst();
    }

    private static Score score(long run, double score) {
        return new Score(new VersionId("sales.cart", "2.0.0"), run, "{\"score\": " + score + "}");
    }

    private static Subject subject(String productId, String version, String previous, String contract) {
        return new Subject(
                new PublishedVersion(
                        productId, version, "any", version.charAt(0), contract, previous, "[{\"impact\": \"safe\"}]"),
                Facts.ofProduct(contract));
    }

    private static boolean holds(String expression, Facts facts) {
        return new PolicyLanguage().condition(expression) instanceof Compiled<Condition>(var condition)
                && condition.ask(new Situation(facts)) == Decided.YES;
    }
}
