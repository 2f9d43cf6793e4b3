package io.meshwork.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.meshwork.contract.read.Problem;
import io.meshwork.policy.document.PolicyReading.Accepted;
import io.meshwork.policy.document.PolicyReading.Refused;
import io.meshwork.policy.language.PolicyLanguage;
import io.meshwork.policy.model.Content;
import io.meshwork.policy.model.Enforcement;
import io.meshwork.policy.model.Rollout;
import io.meshwork.policy.model.Rule.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A document that uses everything a policy can say. */
class PolicyTestsTest {

    private static final String FULL = """
            apiVersion: meshwork.io/v1
            kind: Policy
            metadata:
              id: availability
              title: Enough service
              links: [https://example.com/why]
            spec:
              scope: global
              category: compliance
              enforcement: disabled
              schedule:
                - {from: 2027-01-31, enforcement: advisory}
                - {from: "2027-02-28T12:00:00Z", enforcement: mandatory}
              grace: 30 days
              parameters:
                minimum: {default: 0.99, stricter: higher, limit: 1, description: share of the time}
              variables:
                promised: product.slo('availability')
              match: product.status == 'production'
              rules:
                - id: enough
                  expression: variables.promised >= parameters.minimum
                  message: too little
                - id: scored
                  expression: "!has(quality.score) || quality.score > 0.5"
                  severity: warning
                  message: bad data
              tests:
                - name: promises enough
                  product: {serviceLevels: [{property: availability, normalized: 0.995}]}
                  expect: compliant
                - name: promises too little, and has bad data
                  product: {}
                  quality: {score: 0.1}
                  expect: [scored, enough]
                - name: promises too little for those who want more
                  product: {serviceLevels: [{property: availability, normalized: 0.995}]}
                  parameters: {minimum: 0.999}
                  expect: [enough]
                - name: drafts may do as they like
                  product: {status: development}
                  expect: exempt
                - name: one who wants everything
                  product: {serviceLevels: [{property: availability, normalized: 0.995}]}
                  parameters: {minimum: 1}
                  expect: [enough]
            """;

    private final PolicyReader reader = new PolicyReader(new PolicyLanguage());

    @Test
    void everythingIsReadAndItsTestsPass() {
        assertThat(reader.readTested(FULL)).isInstanceOfSatisfying(Accepted.class, accepted -> {
            assertThat(accepted.policy().links()).containsExactly("https://example.com/why");
            assertThat(accepted.policy().grace()).isEqualTo(Duration.ofDays(30));
            assertThat(accepted.policy().rollout())
                    .isEqualTo(new Rollout(
                            Enforcement.DISABLED,
                            List.of(
                                    new Rollout.Stage(Instant.parse("2027-01-31T00:00:00Z"), Enforcement.ADVISORY),
                                    new Rollout.Stage(Instant.parse("2027-02-28T12:00:00Z"), Enforcement.MANDATORY))));
            Content.Rules rules = (Content.Rules) accepted.policy().content();
            assertThat(rules.rules().getLast().severity()).isEqualTo(Severity.WARNING);
            assertThat(accepted.tests()).hasSize(5);
        });
    }

    @Test
    void failingTestIsAProblemAtItsPlace() {
        String wrong = FULL.replace("expect: [scored, enough]", "expect: [enough]");

        Problem problem = ((Refused) reader.readTested(wrong)).problems().getFirst();

        assertThat(problem.code()).isEqualTo("policy.test.failed");
        assertThat(problem.line()).isEqualTo(32);
        assertThat(problem.pointer()).isEqualTo("/spec/tests/1");
        assertThat(problem.message())
                .isEqualTo("the test 'promises too little, and has bad data' fails: expected a violation of enough,"
                        + " but it is a violation of enough, scored (too little; bad data)");
        assertThat(reader.read(wrong)).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serviceLevels: [{property: availability, normalized: 0.995}]}|servicLevels: []}|Did you mean `serviceLevels`?",
                "quality: {score: 0.1}|quality: {score: high}|Write a number without quotes.",
                "expect: exempt|expect: [unknown]|or a list of the rules that are violated",
                "expect: exempt|expect: maybe|or a list of the rules that are violated",
                "parameters: {minimum: 0.999}|parameters: {minimun: 0.999}|Did you mean `minimum`?",
                "grace: 30 days|grace: forever|Write one such as `14 days`",
                "from: 2027-01-31|from: soon|Write a day such as 2027-01-31",
                "2027-02-28T12:00:00Z|2027-01-01T12:00:00Z|Put the earliest first.",
                "stricter: higher|stricter: fewer|Write higher or lower for numbers",
                "stricter: higher|stricter: higer|Did you mean `higher`?",
                "default: 0.99|defalt: 0.99|Did you mean `default`?",
                "parameters.minimum|parameters.minimun|Did you mean `parameters.minimum`?",
                "severity: warning|severity: warnin|Did you mean `warning`?",
                "https://example.com/why|javascript:alert(1)|Write addresses that begin with https://.",
                "promised: product|pro mised: product|Write it like `minimumAvailability`.",
            })
    void mistakesAreToldWithAdvice(String right, String wrong, String advice) {
        String document = FULL.replace(right, wrong);
        assertThat(document).isNotEqualTo(FULL);

        assertThat(((Refused) reader.readTested(document)).problems())
                .extracting(Problem::advice)
                .anySatisfy(one -> assertThat(one).contains(advice));
    }

    @Test
    void slashInANameOfAnExampleIsPartOfTheName() {
        String document = FULL.replace("product: {status: development}", "product: {schema/abc: [], a~1b: 1}");

        assertThat(((Refused) reader.read(document)).problems())
                .extracting(Problem::message, Problem::line)
                .containsExactly(
                        tuple("there is no 'schema/abc' in a Product", 41),
                        tuple("there is no 'a~1b' in a Product", 41));
    }

    /** The stores and events know microseconds. */
    @Test
    void stageBeginsOnAWholeMicrosecond() {
        String document = FULL.replace("2027-02-28T12:00:00Z", "2027-02-28T12:00:00.123456789Z");

        assertThat(reader.read(document))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted -> assertThat(accepted.policy()
                                        .rollout()
                                        .stages()
                                        .getLast()
                                        .from())
                                .isEqualTo(Instant.parse("2027-02-28T12:00:00.123456Z")));
    }

    @Test
    void tighteningHoldsForOneDomain() {
        String tightening = """
                apiVersion: meshwork.io/v1
                kind: Policy
                metadata: {id: more, title: More}
                spec: {scope: global, category: compliance, enforcement: mandatory, tightens: availability, parameters: {minimum: 1}}
                """;

        assertThat(((Refused) reader.read(tightening)).problems())
                .extracting(Problem::pointer)
                .containsExactly("/spec/scope");
        assertThat(reader.read(tightening.replace("global", "domain:sales"))).isInstanceOf(Accepted.class);
    }
}
