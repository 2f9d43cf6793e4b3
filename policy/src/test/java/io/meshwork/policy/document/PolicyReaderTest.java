package io.meshwork.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.read.Problem;
import io.meshwork.policy.document.PolicyReading.Accepted;
import io.meshwork.policy.document.PolicyReading.Refused;
import io.meshwork.policy.language.PolicyLanguage;
import io.meshwork.policy.model.Category;
import io.meshwork.policy.model.Content;
import io.meshwork.policy.model.Enforcement;
import io.meshwork.policy.model.Policy;
import io.meshwork.policy.model.Rollout;
import io.meshwork.policy.model.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyReaderTest {

    private static final String GOOD = """
            apiVersion: meshwork.io/v1
            kind: Policy
            metadata:
              id: owner-contact
              title: Every product names a contact
              owner: governance
            spec:
              scope: domain:sales
              category: documentation
              enforcement: mandatory
              match: product.status == 'production'
              rules:
                - id: has-contact
                  expression: has(product.owner.contact)
                  message: the product names no contact
                  messageExpression: "'no contact: ' + product.name"
                  remediation: Add `owner` to `metadata`.
            """;

    private final PolicyReader reader = new PolicyReader(new PolicyLanguage());

    @Test
    void readsPolicy() {
        assertThat(reader.read(GOOD)).isInstanceOfSatisfying(Accepted.class, accepted -> {
            Policy policy = accepted.policy();
            assertThat(policy.id()).isEqualTo("owner-contact");
            assertThat(policy.scope()).isEqualTo(new Scope.Domain("sales"));
            assertThat(policy.category()).isEqualTo(Category.DOCUMENTATION);
            assertThat(policy.rollout()).isEqualTo(Rollout.always(Enforcement.MANDATORY));
            Content.Rules rules = (Content.Rules) policy.content();
            assertThat(rules.match()).isNotNull();
            assertThat(rules.rules()).singleElement().satisfies(rule -> {
                assertThat(rule.id()).isEqualTo("has-contact");
                assertThat(rule.remediation()).isEqualTo("Add `owner` to `metadata`.");
            });
        });
    }

    @Test
    void misspeltFieldIsFoundOnItsLineAndColumn() {
        String document = GOOD.replace("has(product.owner.contact)", "has(product.owner.contcat)");

        assertThat(problems(document)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("policy.expression.invalid");
            assertThat(problem.message()).isEqualTo("there is no field 'contcat'");
            assertThat(problem.advice()).startsWith("Did you mean `contact`?");
            assertThat(problem.pointer()).isEqualTo("/spec/rules/0/expression");
            assertPlace(document, problem, "contcat");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "product.schema.all(d, d.fields.all(f, has(f.desciption)))",
                "\"product.name != \\\"x\\\" && has(product.desciption)\"",
                "'product.name != ''x'' && has(product.desciption)'",
                "|\n        product.schema.all(d,\n          d.fields.all(f,\n            has(f.desciption)))",
                ">-\n        product.schema.all(d,\n        d.fields.all(f,\n\n        has(f.desciption)))",
                "product.schema.all(d,\n        d.fields.all(f,\n          has(f.desciption)))",
                "| # why\n        product.name != '🦜' && has(product.desciption)",
            })
    void placeIsRightInEveryStyleOfYaml(String expression) {
        String document = GOOD.replace("expression: has(product.owner.contact)", "expression: " + expression);

        assertThat(problems(document))
                .singleElement()
                .satisfies(problem -> assertPlace(document, problem, "desciption"));
    }

    @Test
    void placeIsRightWithWindowsLineEnds() {
        String document = GOOD.replace("has(product.owner.contact)", "|\n        has(\n          product.titel)")
                .replace("\n", "\r\n");

        assertThat(problems(document)).singleElement().satisfies(problem -> assertPlace(document, problem, "titel"));
    }

    @Test
    void findsAllProblemsAtOnce() {
        List<Problem> problems = problems("""
                apiVersion: v2
                kind: Rule
                metadata:
                  id: Not An Id
                  tilte: x
                spec:
                  scope: everywhere
                  category: privcay
                  enforcement: hard
                  match: product.nam == 'x'
                  rules:
                    - id: a
                      expression: product.name
                      message: 1
                    - id: a
                      expression: 'true'
                      mesage: x
                    - nothing
                  colour: red
                """);

        assertThat(problems)
                .extracting(Problem::code)
                .containsExactlyInAnyOrder(
                        "policy.apiVersion.unknown",
                        "policy.kind.unknown",
                        "policy.id.invalid",
                        "policy.title.missing",
                        "policy.key.unknown",
                        "policy.scope.unknown",
                        "policy.category.unknown",
                        "policy.enforcement.unknown",
                        "policy.match.invalid",
                        "policy.expression.invalid",
                        "policy.message.type",
                        "policy.id.duplicate",
                        "policy.message.missing",
                        "policy.key.unknown",
                        "policy.rules.type",
                        "policy.key.unknown");
        assertThat(problems).isSortedAccordingTo((a, b) -> Integer.compare(a.line(), b.line()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "just text",
                "a: [",
                "kind: Policy\nkind: Policy",
                "spec: &a [*a]",
                "{\"kind\": \"Policy\"",
            })
    void refusesWhatIsNoDocument(String document) {
        assertThat(problems(document))
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p.code()).startsWith("policy."));
    }

    @Test
    void refusesHostileYaml() {
        String bomb =
                "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
                        + "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n";

        assertThat(problems(bomb)).isNotEmpty();
        assertThat(problems("a: " + "[".repeat(5_000))).isNotEmpty();
        assertThat(problems("#".repeat(PolicyReader.MAX_BYTES + 1)))
                .singleElement()
                .extracting(Problem::code)
                .isEqualTo("policy.too-large");
    }

    @Test
    void messageIsRequired() {
        String document = GOOD.replaceAll("(?m)^ +message(Expression)?:.*\n", "");

        assertThat(problems(document)).extracting(Problem::code).containsExactly("policy.message.missing");
    }

    private List<Problem> problems(String document) {
        return switch (reader.read(document)) {
            case Accepted accepted -> throw new AssertionError("accepted " + accepted.policy());
            case Refused(var problems) -> problems;
        };
    }

    private static void assertPlace(String document, Problem problem, String word) {
        List<String> lines = document.lines().toList();
        String line = lines.get(problem.line() - 1);
        assertThat(line.substring(line.offsetByCodePoints(0, problem.column() - 1)))
                .startsWith(word);
    }
}
