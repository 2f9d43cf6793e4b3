package io.meshwork.policy.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.meshwork.policy.language.Answer.Decided;
import io.meshwork.policy.language.Answer.Undecided;
import io.meshwork.policy.language.Compilation.Compiled;
import io.meshwork.policy.language.Compilation.Faulty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each variable may use the one above it twice: forty of them must not take 2^40 steps, nor as much text. */
class HostileVariablesTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Facts CART = Facts.ofProduct("{\"name\": \"cart\"}");

    private PolicyLanguage language = new PolicyLanguage();
    private final List<Variable> variables = new ArrayList<>();

    @Test
    void variableThatFailsIsNotComputedAgainByEachThatReadsIt() {
        chain("product.title == 'x'", "variables.%1$s || variables.%1$s");

        assertThat(ask("variables.v39 || variables.v39")).isInstanceOf(Undecided.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "variables.v39 == variables.v39",
                "dyn(variables.v39) in {'a': 1}",
                "variables.v39 in [variables.v38]",
                "{'a': 1}[dyn(variables.v39)] == 1",
                "{dyn(variables.v39): 1}.size() == 1",
                "string(dyn(variables.v39)) == ''",
                "dyn(variables.v39).startsWith('a')",
                "dyn(variables.v39) < 1",
                "dyn(variables.v39) && true",
                "dyn(variables.v39) ? true : false",
                "!dyn(variables.v39)",
                "[1, 2].all(one, dyn(variables.v39))",
                "[1, 2].filter(one, dyn(variables.v39)).size() > 0",
                "has(dyn(variables.v39).name)",
                "dyn(variables.v39).name == ''",
                "dyn(variables.v39)[dyn(variables.v39)] == 1",
                "dyn(variables.v39).all(one, one == 1)",
                "-dyn(variables.v39) == 1",
                "dyn(variables.v39) + 1 == 1",
                "int(dyn(variables.v39)) == 1",
                "duration(dyn(variables.v39)) == duration('1s')",
                "dyn(variables.v39).getFullYear() == 1",
                "'a'.charAt(dyn(variables.v39)) == 'a'",
                "'a'.split(dyn(variables.v39)) == []",
                "dyn(variables.v39).fields() == []",
                "size(dyn(variables.v39)) == 1",
                "type(variables.v39) == type(1)",
                "dyn(variables.v39).join(',') == ''",
                "timestamp(dyn(variables.v39)) == now",
                "product.domain.matches(dyn(variables.v39))",
                "product.field(dyn(variables.v39)) == 1",
            })
    void listOfListsThatDoublesIsHarmless(String expression) {
        chain("[1, 2]", "[dyn(variables.%1$s), dyn(variables.%1$s)]");

        assertTimeoutPreemptively(SOON, () -> {
            if (language.condition(expression) instanceof Compiled<Condition>(var condition)) {
                condition.ask(situation());
                condition.explain(situation());
            }
        });
    }

    @Test
    void mapOfMapsThatDoublesIsHarmless() {
        chain("{'a': dyn(1)}", "{'a': dyn(variables.%1$s), 'b': dyn(variables.%1$s)}");

        for (String expression : List.of(
                "variables.v39 == variables.v39",
                "has(variables.v39.a) && false",
                "string(dyn(variables.v39)) == ''")) {
            assertThat(ask(expression)).as(expression).isNotNull();
        }
    }

    /** CEL would look for a type of 2^40 parts before any other check could see it. */
    @Test
    void mapOfItselfIsRefusedBeforeItsTypeIsSought() {
        var expression = "[1]" + ".map(a, {a: a})".repeat(40) + ".size() == 1";

        for (var any : List.of(language, language.forRequests(), PolicyLanguage.ofUpdates())) {
            var compilation = assertTimeoutPreemptively(SOON, () -> any.condition(expression));
            assertThat(((Faulty<Condition>) compilation).faults().getFirst())
                    .isEqualTo(new Fault(
                            12,
                            "the key of a map must be a fixed value or a conversion",
                            "Write string(…) or int(…) around it."));
        }
        assertThat(assertTimeoutPreemptively(
                        SOON, () -> language.condition("[1]" + ".map(a, {string(a): a})".repeat(20) + ".size() == 1")))
                .isNotNull();
        assertThat(ask("{'a': 1, string(product.name): 2}[string(product.name)] == 2"))
                .isEqualTo(Decided.YES);
    }

    @Test
    void doublingWithinOneExpressionIsHarmless() {
        String doubled = "[1]" + ".map(y, [dyn(y), dyn(y)])".repeat(30);

        for (String expression : List.of("%1$s == %1$s", "dyn(%1$s) in {'a': 1}", "{'a': 1}[dyn(%1$s)] == 1")) {
            assertThat(ask(expression.formatted(doubled))).as(expression).isInstanceOf(Undecided.class);
        }
    }

    /** They are large only once they are compiled. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "((a{1000}){1000}){20}",
                "((((a{9}){9}){9}){9}){9}",
                "(a{1,1000}){1,1000}",
                "((a*){999}b){999}",
            })
    void regularExpressionThatRepeatsRepetitionsIsRefused(String expression) {
        assertThat(language.condition("product.name.matches('" + expression + "')"))
                .isInstanceOf(Faulty.class);
        assertThat(ask("product.name.matches('" + expression + "' + product.name)"))
                .isInstanceOf(Undecided.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[a-z][a-z0-9-]{1,62}$",
                "^(?:[0-9]{4}-){3}[0-9a-f]{64}$",
                "a{2",
                "\\p{Lu}[^{}]{3}",
                "[(]{2}[)]",
                "^[A-Za-z0-9_-]{1,255}$",
                "(?i)^pii$"
            })
    void regularExpressionsThatPeopleWriteAreNot(String expression) {
        String literal = expression.replace("\\", "\\\\");

        assertThat(language.condition("product.name.matches('" + literal + "')"))
                .isInstanceOf(Compiled.class);
    }

    @Test
    void nestingThatAddsUpOverVariablesIsUndecided() {
        chain("1", "variables.%1$s" + "+1".repeat(40));

        assertThat(ask("variables.v39 > 0")).isNotNull();
    }

    @Test
    void textThatManyVariablesKeepIsLimited() {
        chain(
                "'" + "k".repeat(3_000) + "'",
                "[0,1,2,3,4,5,6,7,8,9].map(a, [0,1,2,3,4,5,6,7,8,9].map(b, [0,1,2,3,4,5,6,7,8,9].map(c,"
                        + " variables.v0 + string(a) + string(b) + string(c) + 'ĸ')))");

        assertThat(ask("variables.v39.size() + variables.v20.size() + variables.v30.size() > 0"))
                .isInstanceOf(Undecided.class);
    }

    @Test
    void loopThatDoesMuchInEachRoundIsRefused() {
        assertThat(language.condition("[1].all(x, " + "x < 2 || ".repeat(200) + "true)"))
                .isInstanceOf(Faulty.class);
    }

    /** A hundred rules of a quarter of a second each would hold up everybody else. */
    @Test
    void policyAsAWholeHasABudgetPerProduct() {
        String digits = "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]";
        String slow = "%1$s.all(a, %1$s.all(b, %1$s.all(c, %1$s.all(d, product.name != string(a)))))".formatted(digits);
        Condition condition = ((Compiled<Condition>) language.condition(slow)).expression();
        Situation situation = situation();
        List<Answer> answers = new ArrayList<>();

        assertTimeoutPreemptively(SOON, () -> {
            for (int i = 0; i < 1_000; i++) {
                answers.add(condition.ask(situation));
            }
        });

        assertThat(answers.getFirst()).isNotInstanceOf(Undecided.class);
        assertThat(answers.getLast()).isInstanceOf(Undecided.class);
    }

    @Test
    void bytesThatDoubleAreHarmless() {
        chain("b'ab'", "variables.%1$s + variables.%1$s");

        assertThat(ask("variables.v39 == b'a'")).isInstanceOf(Undecided.class);
    }

    @Test
    void variablesThatReadTheTwoAboveThemAreExplainedInNoTime() {
        chain("1", "variables.%1$s + variables.%2$s");

        assertThat(ask("variables.v39 > 0")).isNotNull();
    }

    private Answer ask(String expression) {
        return assertTimeoutPreemptively(SOON, () -> switch (language.condition(expression)) {
            case Compiled<Condition>(var condition) -> {
                assertThat(condition.explain(situation())).isNotNull();
                yield condition.ask(situation());
            }
            case Faulty<Condition>(var faults) -> throw new AssertionError(faults.toString());
        });
    }

    private Situation situation() {
        return new Situation(CART, Map.of(), variables);
    }

    private void chain(String first, String next) {
        for (int i = 0; i < 40; i++) {
            String expression = i == 0 ? first : next.formatted("v" + (i - 1), "v" + Math.max(0, i - 2));
            switch (language.variable("v" + i, expression)) {
                case Compiled<Variable>(var variable) -> {
                    variables.add(variable);
                    language = language.withVariable(variable);
                }
                case Faulty<Variable>(var faults) -> throw new AssertionError(faults.toString());
            }
        }
    }
}
