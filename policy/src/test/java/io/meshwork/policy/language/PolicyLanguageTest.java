package io.meshwork.policy.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.policy.language.Answer.Decided;
import io.meshwork.policy.language.Answer.Undecided;
import io.meshwork.policy.language.Compilation.Compiled;
import io.meshwork.policy.language.Compilation.Faulty;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyLanguageTest {

    private static final Facts CART = Facts.ofProduct("""
            {"domain": "sales", "name": "cart", "version": "1.0.0", "type": "source", "status": "production",
             "description": null,
             "owner": {"team": "cart-team"}, "tags": ["orders"],
             "schema": [{"name": "cart", "fields": [
                {"name": "id", "required": true, "pii": false, "tags": [], "fields": []},
                {"name": "buyer", "pii": false, "fields": [
                   {"name": "email", "pii": true, "classification": "personal", "fields": []}]}]}],
             "outputPorts": [{"name": "files", "kind": "file", "format": "parquet", "properties": {"rows": 3}}],
             "serviceLevels": [{"property": "availability", "value": "99.9%", "normalized": 0.999},
                               {"property": "qualityScore", "value": "good"}],
             "custom": {"steward": {"name": "Ada"}}}
            """);

    private final PolicyLanguage language = new PolicyLanguage();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "product.domain == 'sales'",
                "!has(product.classification)",
                "!has(product.description)",
                "has(product.owner.team) && !has(product.owner.contact)",
                "product.fields().size() == 3",
                "product.fields().all(f, !f.pii || has(f.classification))",
                "product.slo('availability') >= 0.99",
                "product.slo('quality_score') == -1.0",
                "product.slo('latency') == -1.0",
                "product.outputPorts.exists(p, p.kind == 'file' && p.format == 'parquet')",
                "product.outputPorts[0].properties.rows == 3",
                "product.custom.steward.name == 'Ada'",
                "!has(product.custom.costCentre)",
                "'orders' in product.tags",
                "product.tags == ['orders']",
                "product.name.matches('^[a-z-]+$')",
                "product.name + '-' + product.domain == 'cart-sales'",
                "product.fields().filter(f, f.pii).map(f, f.name).join(', ') == 'email'",
                "' x '.trim() == 'x' && 'A'.lowerAscii() == 'a' && 'a,b'.split(',').size() == 2",
            })
    void knowsTheProduct(String expression) {
        assertThat(condition(expression).ask(new Situation(CART))).isEqualTo(Decided.YES);
    }

    @Test
    void findsMisspeltFieldWhereItStands() {
        assertThat(faults("product.schema.all(d,\n  d.fields.all(f, has(f.classificaton)))"))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.message()).isEqualTo("there is no field 'classificaton'");
                    assertThat(fault.advice()).startsWith("Did you mean `classification`?");
                    assertThat(fault.offset()).isEqualTo("product.schema.all(d,\n  d.fields.all(f, has(f.".length());
                });
    }

    @Test
    void findsUnknownName() {
        assertThat(faults("produkt.name == ''").getFirst().advice()).startsWith("Did you mean `product`?");
    }

    @Test
    void findsEveryMistakeAtOnce() {
        assertThat(faults("product.nam == '' && product.titel == ''")).hasSize(2);
    }

    @Test
    void refusesWhatIsNotYesOrNo() {
        assertThat(faults("product.name").getFirst().message())
                .isEqualTo("the expression is a string, it must be a bool");
        assertThat(faults("product.custom.approved").getFirst().message()).contains("must be a bool");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "product.",
                "product.name == ",
                "product.name + 1 == 2",
                "product.name.matches('(')",
                "system('ls')",
                "product.name.replace('a', 'aa') == ''",
                "import x",
            })
    void refusesWhatCannotWork(String expression) {
        assertThat(faults(expression)).isNotEmpty();
    }

    @Test
    void refusesEndlessNesting() {
        assertThat(faults("(".repeat(2_000) + "true" + ")".repeat(2_000))).isNotEmpty();
        assertThat(faults("true" + " && true".repeat(1_000))).isNotEmpty();
    }

    @Test
    void absentValueLeavesTheQuestionOpen() {
        assertThat(condition("product.classification == 'public'").ask(new Situation(CART)))
                .isEqualTo(new Undecided("the product has no 'classification'; the rule should ask "
                        + "has(….'classification') before it reads it"));
    }

    @Test
    void valueOfAnotherTypeLeavesTheQuestionOpen() {
        Facts odd = Facts.ofProduct("{\"name\": 7, \"tags\": \"none\", \"schema\": [1]}");

        for (String expression : List.of(
                "product.name.startsWith('a')",
                "product.tags.all(t, t != '')",
                "product.fields().all(f, f.pii)",
                "product.schema.all(d, has(d.description))")) {
            assertThat(condition(expression).ask(new Situation(odd)))
                    .as(expression)
                    .isInstanceOf(Undecided.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // rounds
                "[1,2,3,4,5,6,7,8,9,10].all(a, [1,2,3,4,5,6,7,8,9,10].all(b, [1,2,3,4,5,6,7,8,9,10].all(c, "
                        + "[1,2,3,4,5,6,7,8,9,10].all(d, [1,2,3,4,5,6,7,8,9,10].all(e, a + b + c + d + e > 0)))))",
                // text that doubles
                "['xx'].map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a)"
                        + ".map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a)[0] != ''",
                // lists of lists whose comparison doubles
                "[[1,1]].map(a,[a,a]).map(a,[a,a]).map(a,[a,a]).map(a,[a,a]).map(a,[a,a]).map(a,[a,a]).map(a,[a,a])"
                        + ".map(a,[a,a]).map(a,[a,a]).map(a,[a,a]).map(a,[a,a]).map(a,[a,a]).map(a,[a,a]).map(a,[a,a])"
                        + ".map(a,[a,a]).map(a,[a,a]).map(a,[a,a]).map(a,[a,a]).map(a,[a,a]).map(a,[a,a]).map(a,[a,a]).map(a,[a,a]).map(a,[a,a])"
                        + ".map(a,[a,a]).map(a,[a,a]).map(a,[a,a]).map(a,[a,a]).map(a,[a,a]).all(z, z == z)",
                "[[1]].exists(a,[[a,a,a,a]].exists(b,[[b,b,b,b]].exists(c,[[c,c,c,c]].exists(d,[[d,d,d,d]].exists(e,"
                        + "[[e,e,e,e]].exists(f,[[f,f,f,f]].exists(g,[[g,g,g,g]].exists(h,[[h,h,h,h]].exists(i,"
                        + "[[i,i,i,i]].exists(j,[[j,j,j,j]].exists(k,[[k,k,k,k]].exists(l, l == l))))))))))))",
            })
    void endsWhateverGrows(String expression) {
        Compilation<Condition> compilation = language.condition(expression);
        if (compilation instanceof Compiled<Condition>(Condition condition)) {
            Answer answer = Assertions.assertTimeout(Duration.ofSeconds(20), () -> condition.ask(new Situation(CART)));
            assertThat(answer).isInstanceOf(Undecided.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s.all(n, product.name.matches('((a?){20}){20}z') == false)",
                "%s.all(n, product.name.matches('(a|b)*z' + string(n)) == false)",
                "%s.all(n, !product.name.contains(product.name.substring(1) + 'z'))",
                "%s.all(n, product.name.indexOf(product.name.substring(n + 1) + 'z') < 0)",
                "%s.all(n, product.name.lowerAscii().upperAscii().trim() != '')",
                "%s.all(n, product.name.split('').size() > 0)",
                "%s.all(n, size(product.name) > 0)",
                "%s.all(n, product.fields() == product.fields())",
            })
    void endsWhateverTakesLong(String expression) {
        String fields =
                IntStream.range(0, 5_000).mapToObj(i -> "{\"name\": \"f\"}").collect(Collectors.joining(","));
        Facts product = Facts.ofProduct(
                "{\"name\": \"%s\", \"schema\": [{\"fields\": [%s]}]}".formatted("a".repeat(100_000), fields));
        String often = "[0,1,2,3,4,5,6,7,8,9]";

        Answer answer = Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> condition("%1$s.all(k, %1$s.all(l, %1$s.all(m, %2$s)))"
                                .formatted(often, expression.formatted(often)))
                        .ask(new Situation(product)));

        assertThat(answer).isInstanceOf(Undecided.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dyn('a') + 'b' == 'ab'",
                "dyn([1]) + [2] == [1, 2]",
                "'a' in dyn(['a'])",
                "'a' in dyn({'a': 1})",
                "dyn(['a'])[0] == 'a'",
                "dyn({'a': 1})['a'] == 1",
                "dyn('abc').charAt(0) == 'a'",
                "dyn('abc').matches('b')",
                "matches('abc', '^a.c$')",
                "dyn('a') < 'b' && dyn(1) < 2.5",
            })
    void functionIsChosenByTheValueWhenTheTypeIsNotKnown(String expression) {
        assertThat(condition(expression).ask(new Situation(CART))).isEqualTo(Decided.YES);
    }

    @Test
    void backtrackingExpressionTakesLinearTime() {
        Facts product = Facts.ofProduct("{\"name\": \"" + "a".repeat(20_000) + "!\"}");

        Answer answer = Assertions.assertTimeout(
                Duration.ofSeconds(20),
                () -> condition("product.name.matches('^(a+)+$')").ask(new Situation(product)));

        assertThat(answer).isEqualTo(Decided.NO);
    }

    @Test
    void messageTellsAboutTheProduct() {
        assertThat(wording("'not described: ' + product.fields().map(f, f.name).join(', ')")
                        .about(new Situation(CART)))
                .isEqualTo("not described: id, buyer, email");
    }

    @Test
    void messageThatCannotBeComputedFallsBack() {
        assertThat(wording("product.classification").about(new Situation(CART)))
                .startsWith("it is wrong (the message could not be computed: the product has no 'classification'");
    }

    @Test
    void longMessageIsCut() {
        Facts product = Facts.ofProduct("{\"name\": \"" + "🦜".repeat(2_000) + "\"}");

        assertThat(wording("product.name").about(new Situation(product)))
                .hasSizeLessThanOrEqualTo(500)
                .endsWith("🦜…");
    }

    private Condition condition(String expression) {
        return switch (language.condition(expression)) {
            case Compiled<Condition>(Condition condition) -> condition;
            case Faulty<Condition>(List<Fault> faults) -> throw new AssertionError(faults.toString());
        };
    }

    private Wording wording(String expression) {
        return switch (language.wording(expression, "it is wrong")) {
            case Compiled<Wording>(Wording wording) -> wording;
            case Faulty<Wording>(List<Fault> faults) -> throw new AssertionError(faults.toString());
        };
    }

    private List<Fault> faults(String expression) {
        return switch (language.condition(expression)) {
            case Compiled<Condition> accepted -> throw new AssertionError("accepted: " + expression);
            case Faulty<Condition>(List<Fault> faults) -> faults;
        };
    }
}
