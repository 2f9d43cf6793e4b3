package io.meshwork.policy.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.read.Problem;
import io.meshwork.policy.document.PolicyReader;
import io.meshwork.policy.document.PolicyReading;
import io.meshwork.policy.document.PolicyReading.Accepted;
import io.meshwork.policy.document.PolicyReading.Refused;
import io.meshwork.policy.judgement.AccessDecision;
import io.meshwork.policy.judgement.AccessDecision.Decider;
import io.meshwork.policy.judgement.PolicyRevision;
import io.meshwork.policy.judgement.PolicySet;
import io.meshwork.policy.judgement.Waivers;
import io.meshwork.policy.language.Facts;
import io.meshwork.policy.language.PolicyLanguage;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may use which product for what. */
class AccessPolicyTest {

    private static final PolicyReader READER = new PolicyReader(new PolicyLanguage());

    /** The shape of the seeds and of Purview's metadata policies. */
    private static final String SALES = """
            apiVersion: meshwork.io/v1
            kind: Policy
            metadata: {id: sales-access, title: Who may use what sales publishes}
            spec:
              scope: domain:sales
              category: security
              enforcement: mandatory
              attributeRules:
                - id: analyst
                  dnfCondition:
                    - [{attributeName: principal.group, attributeValueIncludedIn: [analysts, "data-*"]}]
              decisionRules:
                - id: analysts
                  kind: decisionrule
                  effect: Permit
                  dnfCondition:
                    - - {attributeName: resource.domain, attributeValueIncludes: sales}
                      - {attributeName: derived.purview.role, fromRule: analyst, attributeValueIncludes: analyst}
                - id: harmless
                  effect: Permit
                  dnfCondition:
                    - - {attributeName: resource.classification, attributeValueExcludes: [personal*, unclassified]}
                - id: not-for-advertising
                  effect: Deny
                  cnfCondition:
                    - [{attributeName: resource.pii, attributeValueIncludes: "true"}]
                    - - {attributeName: request.purpose, attributeValueIncludes: advertising, matcherId: ExactMatcher}
                      - {attributeName: request.purpose, attributeValueIncludes: "marketing/**"}
              tests:
                - name: analysts may
                  principal: {id: ada, groups: [data-science]}
                  product: {domain: sales}
                  expect: permit
                  rule: analysts
                - name: others may not
                  principal: {id: bob, groups: [interns]}
                  product: {domain: sales}
                  expect: deny
                  rule: none
                - name: nor anybody for advertising
                  principal: {groups: [analysts]}
                  request: {purpose: marketing/mail/weekly}
                  product: {domain: sales, schema: [{fields: [{name: email, pii: true}]}]}
                  expect: deny
                  rule: not-for-advertising
            """;

    private static final String GLOBAL = """
            apiVersion: meshwork.io/v1
            kind: Policy
            metadata: {id: a-global-access, title: What holds everywhere}
            spec:
              scope: global
              category: privacy
              enforcement: mandatory
              decisionRules:
                - id: no-strangers
                  effect: Deny
                  condition: "!principal.domains.exists(d, true) && 'ops' in principal.roles == false"
                - id: retired
                  effect: Deny
                  condition: product.custom.retired == true && request.action != 'inspect'
            """;

    private static final Facts ORDERS = Facts.ofProduct("""
            {"domain": "sales", "name": "orders", "version": "1.0.0", "classification": "internal", "custom": {"retired": false},
             "schema": [{"fields": [{"name": "email", "pii": true, "classification": "Personal-Contact", "fields": []}]}]}
            """);

    @Test
    void testsOfTheDocumentPass() {
        assertThat(READER.readTested(SALES)).isInstanceOf(Accepted.class);
        assertThat(((Refused) READER.readTested(SALES.replace("[data-science]", "[sciences]"))).problems())
                .extracting(Problem::message)
                .containsExactly("the test 'analysts may' fails: expected it to be permitted by analysts, but it is"
                        + " denied by none");
    }

    @Test
    void ruleThatPermitsDecidesAndIsNamed() {
        AccessDecision decision = decide(SALES, "analysts", "reporting");

        assertThat(decision.permitted()).isTrue();
        assertThat(decision.decider())
                .isEqualTo(new Decider("sales-access", 7, "analysts", DecisionRule.Effect.PERMIT, null));
        assertThat(decision.reason()).isEqualTo("the rule 'analysts' of the policy 'sales-access' permits it");
    }

    @Test
    void nothingIsPermittedByDefault() {
        AccessDecision decision = decide(SALES, "interns", "reporting");

        assertThat(decision.permitted()).isFalse();
        assertThat(decision.decider()).isNull();
        assertThat(decision.reason()).isEqualTo("no rule permits it");
    }

    @Test
    void denialOutweighsPermission() {
        AccessDecision decision = decide(SALES, "analysts", "advertising");

        assertThat(decision.permitted()).isFalse();
        assertThat(decision.decider().rule()).isEqualTo("not-for-advertising");
    }

    @Test
    void globalDenialOutweighsADomainsPermission() {
        AccessDecision decision =
                set(SALES, GLOBAL).decide("sales.orders", request(Set.of(), "analysts", "reporting"), ORDERS);

        assertThat(decision.permitted()).isFalse();
        assertThat(decision.decider().rule()).isEqualTo("no-strangers");
        assertThat(set(SALES, GLOBAL)
                        .decide("sales.orders", request(Set.of("ads"), "analysts", "reporting"), ORDERS)
                        .permitted())
                .isTrue();
    }

    /** Otherwise a missing value would open the door. */
    @Test
    void denialThatCannotBeDecidedDenies() {
        Facts unknown = Facts.ofProduct("{\"domain\": \"sales\", \"name\": \"orders\", \"custom\": {}}");

        AccessDecision decision =
                set(SALES, GLOBAL).decide("sales.orders", request(Set.of("ads"), "analysts", "reporting"), unknown);

        assertThat(decision.permitted()).isFalse();
        assertThat(decision.reason())
                .startsWith("the rule 'retired' of the policy 'a-global-access' denies what it cannot decide: ")
                .contains("'retired'");
    }

    @Test
    void permissionThatCannotBeDecidedDoesNotPermit() {
        String permits =
                GLOBAL.replace("effect: Deny", "effect: Permit").replace("exists(d, true)", "exists(d, false)");
        Facts unknown = Facts.ofProduct("{\"domain\": \"sales\", \"name\": \"orders\", \"custom\": {}}");

        assertThat(set(permits.replace("'ops' in principal.roles == false", "false"))
                        .decide("sales.orders", request(Set.of(), "analysts", "x"), unknown)
                        .decider())
                .isNull();
    }

    @Test
    void rulesOfADomainDecideAboutItsOwnProductsOnly() {
        Facts films = Facts.ofProduct("{\"domain\": \"media\", \"name\": \"films\", \"classification\": \"public\"}");

        assertThat(set(SALES)
                        .decide("media.films", request(Set.of(), "analysts", "x"), films)
                        .permitted())
                .isFalse();
    }

    @Test
    void advisoryRulesOnlyTellWhatTheyWouldSay() {
        AccessDecision decision = set(SALES, GLOBAL.replace("enforcement: mandatory", "enforcement: advisory"))
                .decide("sales.orders", request(Set.of(), "analysts", "reporting"), ORDERS);

        assertThat(decision.permitted()).isTrue();
        assertThat(decision.advice()).extracting(Decider::rule).containsExactly("no-strangers");
    }

    /** Purview says nothing about attributes without values, upper case and slashes; the guide does. */
    @ParameterizedTest
    @CsvSource({
        "attributeValueIncludes: internal,true",
        "attributeValueIncludes: INTERNAL,true",
        "'attributeValueIncludes: INTERNAL, matcherId: ExactMatcher',false",
        "attributeValueIncludes: inter*,true",
        "attributeValueIncludes: personal-contact,true",
        "attributeValueIncludes: personal?contact,true",
        "attributeValueIncludes: personal.contact,false",
        "attributeValueIncludes: '*',true",
        "'attributeValueIncludedIn: [secret, internal]',true",
        "attributeValueExcludes: internal,false",
        "attributeValueExcluded: public,true",
        "'attributeValueExcludedIn: [public, internal]',false",
    })
    void predicateAsksForOneOfTheValues(String value, boolean permitted) {
        String policy = onlyRule("{attributeName: resource.classification, " + value + "}");

        assertThat(set(policy)
                        .decide("sales.orders", request(Set.of(), "g", "p"), ORDERS)
                        .permitted())
                .isEqualTo(permitted);
    }

    @ParameterizedTest
    @CsvSource({
        "a/b/c,a/*,false",
        "a/b/c,a/**,true",
        "a/b,a/*,true",
        "a,a/**,false",
        "a.b,a.*,true",
        "axb,a.b,false",
        "\\E,\\E,true",
        "A+b,a+B,true"
    })
    void patternIsAGlob(String value, String pattern, boolean matches) {
        assertThat(Literal.Glob.of(pattern).matches(value)).isEqualTo(matches);
    }

    @Test
    void attributeWithoutValuesIncludesNothingAndExcludesAll() {
        assertThat(set(onlyRule("{attributeName: principal.role, attributeValueIncludes: '*'}"))
                        .decide("sales.orders", request(Set.of(), "g", "p"), ORDERS)
                        .permitted())
                .isFalse();
        assertThat(set(onlyRule("{attributeName: principal.role, attributeValueExcludes: '*'}"))
                        .decide("sales.orders", request(Set.of(), "g", "p"), ORDERS)
                        .permitted())
                .isTrue();
    }

    /** Each may ask for the one above it twice: a hundred must not take 2^100 steps. */
    @Test
    void attributeRulesThatChainAreEachAskedOnce() {
        StringBuilder rules = new StringBuilder("  attributeRules:\n    - {id: r0, dnfCondition: [[{attributeName:"
                + " principal.id, attributeValueIncludes: nobody}]]}\n");
        IntStream.range(1, 100).forEach(i -> {
            String above = "{attributeName: derived.r, fromRule: r" + (i - 1) + ", attributeValueIncludes: x}";
            rules.append("    - {id: r" + i + ", dnfCondition: [[" + above + "], [" + above + "]]}\n");
        });
        String policy = onlyRule("{attributeName: derived.r, fromRule: r99, attributeValueIncludes: r99}")
                .replace("  decisionRules:", rules + "  decisionRules:");

        assertThat(set(policy)
                        .decide("sales.orders", request(Set.of(), "g", "p"), ORDERS)
                        .permitted())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "principal.group,|principal.gruop,|Did you mean `principal.group`?",
                "effect: Deny|effect: Forbid|Write one of: Permit, Deny.",
                "fromRule: analyst,|fromRule: analist,|Did you mean `analyst`?",
                "fromRule: analyst, ||Name the attribute rule by `fromRule`.",
                "matcherId: ExactMatcher|matcherId: RegexMatcher|Write one of: GlobMatcher, ExactMatcher.",
                "attributeValueIncludes: sales|attributeValueIncludes: []|Write a value such as",
                "attributeValueIncludes: sales|attributeValue: sales|State what the attribute must have",
                "kind: decisionrule|kind: policyset|Write `kind: decisionrule`",
                "dnfCondition:|dnfConditions:|Did you mean `dnfCondition`?",
                "expect: permit|expect: allow|Write one of: permit, deny.",
                "rule: none|rule: nona|Did you mean `none`?",
                "groups: [interns]|groups: interns|Write them in brackets.",
            })
    void mistakesAreToldWithAdvice(String right, String wrong, String advice) {
        String document = SALES.replace(right, wrong == null ? "" : wrong);
        assertThat(document).isNotEqualTo(SALES);

        assertThat(problems(document))
                .extracting(Problem::advice)
                .anySatisfy(one -> assertThat(one).contains(advice));
    }

    @Test
    void requestsAreTypedInConditionsAndUnknownToRulesAboutProducts() {
        assertThat(problems(GLOBAL.replace("request.action", "request.acton")))
                .extracting(Problem::advice)
                .containsExactly(
                        "Did you mean `action`? The guide lists what a product has; what it keeps of an author's"
                                + " own is under `product.custom`.");
        assertThat(problems("""
                        apiVersion: meshwork.io/v1
                        kind: Policy
                        metadata: {id: p, title: T}
                        spec:
                          scope: global
                          category: security
                          enforcement: mandatory
                          rules: [{id: r, expression: principal.id == 'ada', message: no}]
                        """)).isNotEmpty();
    }

    @Test
    void attributeRulesThatAskEachOtherInACircleAreRefused() {
        String circle = SALES.replace("decisionRules:", """
                decisionRules:
                """.strip())
                .replace(
                        "[{attributeName: principal.group, attributeValueIncludedIn: [analysts, \"data-*\"]}]",
                        "[{attributeName: derived.x, fromRule: analyst, attributeValueIncludes: analyst}]");

        assertThat(problems(circle))
                .extracting(Problem::message)
                .containsExactly("the attribute rules ask each other in a circle: analyst → analyst");
    }

    private static AccessDecision decide(String policy, String group, String purpose) {
        return set(policy).decide("sales.orders", request(Set.of("ads"), group, purpose), ORDERS);
    }

    private static AccessRequest request(Set<String> domains, String group, String purpose) {
        return new AccessRequest(
                new Principal("ada", Set.of(group), domains, Set.of()), purpose, AccessRequest.READ, null);
    }

    private static PolicySet set(String... documents) {
        List<PolicyRevision> policies = Arrays.stream(documents)
                .map(document -> switch (READER.read(document)) {
                    case Accepted(var policy, var tests) -> new PolicyRevision(policy, 7);
                    case PolicyReading.Refused refused -> throw new AssertionError(refused.toString());
                })
                .toList();
        return new PolicySet(3, Instant.EPOCH, policies, Waivers.none());
    }

    private static List<Problem> problems(String document) {
        return ((Refused) READER.readTested(document)).problems();
    }

    private static String onlyRule(String predicate) {
        return """
                apiVersion: meshwork.io/v1
                kind: Policy
                metadata: {id: only, title: One rule}
                spec:
                  scope: global
                  category: security
                  enforcement: mandatory
                  decisionRules:
                    - {effect: Permit, dnfCondition: [[%s]]}
                """.formatted(predicate);
    }
}
