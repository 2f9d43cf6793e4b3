package io.meshwork.policy.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.policy.language.Answer.Decided;
import io.meshwork.policy.language.Answer.Undecided;
import io.meshwork.policy.language.Compilation.Compiled;
import io.meshwork.policy.language.Compilation.Faulty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTest {

    private static final Facts CART = Facts.ofProduct("{\"version\": \"2.0.0\", \"classification\": \"internal\"}")
            .withJson(
                    Fact.QUALITY,
                    "{\"status\": \"passed\", \"score\": 0.93, \"rows\": 10, \"dimensions\": {\"validity\": 0.5}, \"checks\": []}")
            .withJson(Fact.PREVIOUS, "{\"version\": \"1.0.0\", \"classification\": \"restricted\"}")
            .withJson(Fact.CHANGES, "[{\"kind\": \"removed\", \"impact\": \"breaking\", \"path\": \"cart.id\"}]")
            .withJson(
                    Fact.UPSTREAMS, "[{\"domain\": \"crm\", \"name\": \"people\", \"classification\": \"restricted\"}]")
            .with(Fact.NOW, Instant.parse("2027-01-01T00:00:00Z"));

    private final PolicyLanguage language = new PolicyLanguage();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quality.score > 0.9 && quality.dimensions.validity == 0.5 && quality.rows == 10",
                "has(quality.score) && !has(quality.scoredAt)",
                "previous.classification == 'restricted' && product.classification != previous.classification",
                "changes.exists(c, c.impact == 'breaking' && c.path == 'cart.id')",
                "upstreams.exists(u, u.classification == 'restricted')",
                "upstreams.map(u, u.domain + '.' + u.name) == ['crm.people']",
                "upstreams.all(u, u.fields().size() == 0)",
                "now > timestamp('2026-12-31T00:00:00Z')",
                "now - timestamp('2026-12-31T00:00:00Z') == duration('24h')",
            })
    void expressionsSeeMoreThanTheContract(String expression) {
        assertThat(ask(expression, new Situation(CART))).isEqualTo(Decided.YES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"!has(quality.score)", "!has(previous.version)", "changes.size() == 0", "upstreams.size() == 0"})
    void whatIsNotKnownIsAbsent(String expression) {
        assertThat(ask(expression, new Situation(Facts.ofProduct("{}")))).isEqualTo(Decided.YES);
    }

    @Test
    void expressionTellsWhatItReads() {
        assertThat(condition(language, "has(quality.score) && changes.size() == 0")
                        .reads())
                .isEqualTo(Set.of(Fact.QUALITY, Fact.CHANGES));
        assertThat(condition(language, "product.tags.all(now, now != '')").reads())
                .contains(Fact.PRODUCT);
    }

    @Test
    void variableIsReadWithTheFactsBehindIt() {
        Variable late = variable(language, "late", "now > timestamp('2026-01-01T00:00:00Z')");
        PolicyLanguage more = language.withVariable(late);
        Condition condition = condition(more, "!variables.late");

        assertThat(condition.reads()).contains(Fact.NOW);
        assertThat(condition.ask(new Situation(CART, Map.of(), List.of(late)))).isEqualTo(Decided.NO);
    }

    @Test
    void variableThatCannotBeComputedLeavesOnlyItsReadersOpen() {
        Variable broken = variable(language, "broken", "product.title == 'x'");
        PolicyLanguage more = language.withVariable(broken);
        Situation situation = new Situation(CART, Map.of(), List.of(broken));

        assertThat(condition(more, "variables.broken").ask(situation))
                .isInstanceOfSatisfying(
                        Undecided.class,
                        open -> assertThat(open.reason()).contains("the variable 'broken'", "no 'title'"));
        assertThat(condition(more, "product.version == '2.0.0'").ask(situation)).isEqualTo(Decided.YES);
    }

    @Test
    void misspeltParameterIsFound() {
        PolicyLanguage more = language.withParameters(Map.of("minimum", 0.9, "days", 30L));

        assertThat(more.condition("quality.score > parameters.minimun"))
                .isInstanceOfSatisfying(
                        Faulty.class,
                        faulty -> assertThat(faulty.faults().getFirst().toString())
                                .contains(
                                        "there is no 'parameters.minimun'",
                                        "Did you mean `parameters.minimum`?",
                                        "offset=16"));
        assertThat(language.condition("variables.x"))
                .isInstanceOfSatisfying(
                        Faulty.class,
                        faulty -> assertThat(faulty.faults().getFirst().toString())
                                .contains("The policy declares no variables."));
    }

    @Test
    void parametersHaveTypes() {
        PolicyLanguage more =
                language.withParameters(Map.of("days", 30L, "regions", List.of("eu"), "strict", true, "word", "x"));

        assertThat(more.condition("parameters.days + 1 > 2 && 'eu' in parameters.regions && parameters.strict"))
                .isInstanceOf(Compiled.class);
        assertThat(more.condition("parameters.word + 1 > 2")).isInstanceOf(Faulty.class);
    }

    private Answer ask(String expression, Situation situation) {
        return condition(language, expression).ask(situation);
    }

    private static Condition condition(PolicyLanguage language, String expression) {
        return switch (language.condition(expression)) {
            case Compiled<Condition>(var condition) -> condition;
            case Faulty<Condition>(var faults) -> throw new AssertionError(faults.toString());
        };
    }

    private static Variable variable(PolicyLanguage language, String name, String expression) {
        return switch (language.variable(name, expression)) {
            case Compiled<Variable>(var variable) -> variable;
            case Faulty<Variable>(var faults) -> throw new AssertionError(faults.toString());
        };
    }
}
