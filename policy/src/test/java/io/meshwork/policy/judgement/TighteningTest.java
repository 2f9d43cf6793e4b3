package io.meshwork.policy.judgement;

import static io.meshwork.policy.judgement.Policies.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.policy.judgement.Explanation.Outcome;
import io.meshwork.policy.judgement.Verdict.Compliance;
import io.meshwork.policy.language.Facts;
import io.meshwork.policy.language.Observation;
import io.meshwork.policy.model.Content;
import io.meshwork.policy.model.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Domains demand more than a global policy does, within its bounds. */
class TighteningTest {

    private static final String GLOBAL = """
            apiVersion: meshwork.io/v1
            kind: Policy
            metadata: {id: availability, title: A minimum}
            spec:
              scope: global
              category: compliance
              enforcement: advisory
              parameters:
                minimum: {default: 0.99, stricter: higher, limit: 0.999}
                regions: {default: [eu, us], stricter: fewer}
                text: {default: fixed}
              variables:
                promised: product.slo('availability')
                enough: variables.promised >= parameters.minimum
              rules:
                - id: enough
                  expression: variables.enough
                  messageExpression: "string(variables.promised) + ' is less than ' + string(parameters.minimum)"
            """;

    private static final Facts NEARLY =
            Facts.ofProduct("{\"serviceLevels\": [{\"property\": \"availability\", \"normalized\": 0.995}]}");

    @Test
    void tightenedValueHoldsForTheDomainOnly() {
        PolicySet set = set(1, GLOBAL, tightening("minimum: 0.999", "advisory"));

        assertThat(set.judge("sales.a", NEARLY).violations().getFirst().message())
                .isEqualTo("0.995 is less than 0.999");
        assertThat(set.judge("media.a", NEARLY).compliance()).isEqualTo(Compliance.COMPLIANT);
    }

    @Test
    void domainMayMakeAdvisoryMandatoryAndNotTheOtherWay() {
        Facts bad = Facts.ofProduct("{}");

        assertThat(set(1, GLOBAL, tightening("minimum: 0.99", "mandatory"))
                        .judge("sales.a", bad)
                        .compliance())
                .isEqualTo(Compliance.VIOLATED);
        assertThat(set(1, GLOBAL.replace("advisory", "mandatory"), tightening("minimum: 0.99", "advisory"))
                        .judge("sales.a", bad)
                        .compliance())
                .isEqualTo(Compliance.VIOLATED);
    }

    /** In YAML, nobody writes 1.0. */
    @Test
    void wholeNumberIsADecimalWhereTheDefaultIsOne() {
        PolicySet set = set(1, GLOBAL.replace("0.999}", "1}"), tightening("minimum: 1", "advisory"));

        assertThat(set.judge("sales.a", NEARLY).violations().getFirst().message())
                .isEqualTo("0.995 is less than 1.0");
    }

    @Test
    void valueThatThePolicyNoLongerAllowsIsLeftAlone() {
        PolicySet set = set(1, GLOBAL.replace("0.999}", "0.9925}"), tightening("minimum: 0.999", "advisory"));

        assertThat(set.judge("sales.a", NEARLY).compliance()).isEqualTo(Compliance.COMPLIANT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "minimum | 0.98  | demands less",
                "minimum | 1     | as far as 0.999",
                "text    | other | does not let domains change it",
            })
    void refusesWhatIsNotStricter(String name, String value, String reason) {
        Object chosen = name.equals("text") ? value : Double.valueOf(value);

        assertThat(parameter(name).refuses(chosen)).get().asString().contains(reason);
    }

    @Test
    void listMayOnlyGetShorterWhereFewerIsStricter() {
        assertThat(parameter("regions").refuses(List.of("eu"))).isEmpty();
        assertThat(parameter("regions").refuses(List.of("eu", "asia"))).isPresent();
    }

    @Test
    void explanationShowsWhatDecided() {
        PolicySet set = set(1, GLOBAL, tightening("minimum: 0.999", "advisory"));

        Explanation explanation = set.explain("sales.a", NEARLY).getFirst();

        assertThat(explanation.parameters()).containsEntry("minimum", 0.999);
        assertThat(explanation.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.outcome()).isEqualTo(Outcome.DOES_NOT_HOLD);
            assertThat(rule.message()).isEqualTo("0.995 is less than 0.999");
            assertThat(rule.observations()).contains(new Observation("variables.promised", "0.995"));
        });
    }

    @Test
    void explanationNamesTheItemThatDecided() {
        PolicySet set = set(1, Policies.policy("typed", "global", "advisory", "product.fields().all(f, has(f.type))"));
        Facts product = Facts.ofProduct("""
                {"schema": [{"fields": [{"name": "id", "type": "string"}, {"name": "odd"}, {"name": "never"}]}]}
                """);

        assertThat(set.explain("sales.a", product).getFirst().rules().getFirst().observations())
                .contains(
                        new Observation("product.fields()", "[id, odd, never]"), new Observation("the last f", "odd"));
    }

    private static Parameter parameter(String name) {
        return switch (Policies.READER.read(GLOBAL)) {
            case io.meshwork.policy.document.PolicyReading.Accepted(var policy, var tests) ->
                ((Content.Rules) policy.content())
                        .parameters().stream()
                                .filter(parameter -> parameter.name().equals(name))
                                .findFirst()
                                .orElseThrow();
            case io.meshwork.policy.document.PolicyReading.Refused refused ->
                throw new AssertionError(refused.toString());
        };
    }

    private static String tightening(String values, String enforcement) {
        return """
                apiVersion: meshwork.io/v1
                kind: Policy
                metadata: {id: sales-availability, title: Sales promises more}
                spec:
                  scope: domain:sales
                  category: compliance
                  enforcement: %s
                  tightens: availability
                  parameters: {%s}
                """.formatted(enforcement, values);
    }
}
