package io.meshwork.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.read.ContractReader;
import io.meshwork.contract.read.ReadResult;
import io.meshwork.policy.document.PolicyReading.Accepted;
import io.meshwork.policy.document.PolicyReading.Refused;
import io.meshwork.policy.document.PolicyTest.Expectation;
import io.meshwork.policy.judgement.Trial;
import io.meshwork.policy.judgement.Violation;
import io.meshwork.policy.language.Compilation.Compiled;
import io.meshwork.policy.language.Compilation.Faulty;
import io.meshwork.policy.language.Condition;
import io.meshwork.policy.language.Fact;
import io.meshwork.policy.language.FactShape;
import io.meshwork.policy.language.Facts;
import io.meshwork.policy.language.PolicyLanguage;
import io.meshwork.policy.model.Content;
import io.meshwork.policy.model.Parameter;
import io.meshwork.policy.model.Policy;
import io.meshwork.policy.model.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The policies that are shipped: each is tested by its own document, and described for people. */
class PacksTest {

    private static final Path PACKS = Path.of("src/main/resources/policies");
    private static final Path DOCS = Path.of("../docs/policies");

    private static final PolicyLanguage LANGUAGE = new PolicyLanguage();
    private static final PolicyReader READER = new PolicyReader(LANGUAGE);
    private static final List<Shipped> SHIPPED =
            list(PACKS).flatMap(PacksTest::list).map(PacksTest::shipped).toList();

    private static final Condition ALWAYS = switch (LANGUAGE.condition("true")) {
        case Compiled<Condition>(var condition) -> condition;
        case Faulty<Condition>(var faults) -> throw new AssertionError(faults.toString());
    };

    /** A contract of which only the identity is stated. */
    private static final Facts NOTHING = Facts.of(Map.of())
            .with(Fact.PRODUCT, FactShape.of(Fact.PRODUCT, Map.of()).value());

    /** A policy that a file of a pack holds. */
    private record Shipped(String pack, String file, Policy policy, Content.Rules rules, List<PolicyTest> tests) {

        String id() {
            return policy.id();
        }

        boolean isExpected(Predicate<Expectation> expectation) {
            return tests.stream().map(PolicyTest::expectation).anyMatch(expectation);
        }

        /** Whether a test fails when the policy is this one instead. */
        boolean noticesThatItIs(Policy another) {
            return tests.stream().anyMatch(test -> test.run(another).isPresent());
        }

        @Override
        public String toString() {
            return pack + "/" + file;
        }
    }

    static List<Shipped> policies() {
        return SHIPPED;
    }

    @Test
    void thereAreSixPacks() {
        assertThat(SHIPPED)
                .extracting(Shipped::pack)
                .contains("starter", "interoperability", "documentation", "security", "privacy", "compliance");
    }

    @Test
    void noTwoPoliciesHaveTheSameId() {
        assertThat(SHIPPED).extracting(Shipped::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("policies")
    void passesItsTests(Shipped shipped) {
        String text = text(PACKS.resolve(shipped.pack()).resolve(shipped.file()));

        PolicyReading reading = READER.readTested(text);

        assertThat(reading instanceof Refused(var problems) ? PolicyReader.text(problems) : "")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("policies")
    void standsWhereItBelongs(Shipped shipped) {
        assertThat(shipped.file()).isEqualTo(shipped.id() + ".yaml");
        assertThat(shipped.pack()).isIn("starter", shipped.policy().category().text());
    }

    @ParameterizedTest
    @MethodSource("policies")
    void saysWhoAnswersForItAndHowToComply(Shipped shipped) {
        assertThat(shipped.policy().owner()).isNotBlank();
        assertThat(shipped.rules().rules())
                .allSatisfy(rule -> assertThat(rule.remediation()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("policies")
    void showsAProductOfEveryOutcome(Shipped shipped) {
        assertThat(shipped.isExpected(new Expectation.Violates(List.of())::equals))
                .as("a compliant product")
                .isTrue();
        assertThat(shipped.rules().rules())
                .allSatisfy(rule -> assertThat(shipped.isExpected(
                                one -> one instanceof Expectation.Violates(var rules) && rules.contains(rule.id())))
                        .as("a product that violates " + rule.id())
                        .isTrue());
        assertThat(shipped.isExpected(Expectation.Exempt.class::isInstance))
                .as("an exempt product where not all are judged")
                .isEqualTo(shipped.rules().match() != null);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void noRuleCanBeSwitchedOffUnnoticed(Shipped shipped) {
        List<Rule> rules = shipped.rules().rules();

        assertThat(rules).allSatisfy(rule -> {
            List<Rule> weaker = rules.stream()
                    .map(one -> one == rule ? alwaysKept(one) : one)
                    .toList();
            assertThat(shipped.noticesThatItIs(policy(shipped, shipped.rules().match(), weaker)))
                    .as("without " + rule.id())
                    .isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("policies")
    void cannotJudgeEverybodyUnnoticed(Shipped shipped) {
        boolean judgesSome = shipped.rules().match() != null;

        assertThat(shipped.noticesThatItIs(policy(shipped, null, shipped.rules().rules())))
                .isEqualTo(judgesSome);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void showsWhatADomainMayTighten(Shipped shipped) {
        assertThat(shipped.rules().parameters())
                .allSatisfy(parameter -> assertThat(shipped.tests())
                        .as(parameter.name())
                        .anySatisfy(test -> assertThat(isTighterBy(parameter, test, shipped.policy()))
                                .isTrue()));
    }

    /** Whether the test chooses a value that a domain may choose, and would fail without it. */
    private static boolean isTighterBy(Parameter parameter, PolicyTest test, Policy policy) {
        Object chosen = test.parameters().get(parameter.name());
        PolicyTest untouched =
                new PolicyTest(test.name(), test.at(), test.pointer(), test.facts(), Map.of(), test.expectation());
        return chosen != null
                && parameter.refuses(chosen).isEmpty()
                && untouched.run(policy).isPresent();
    }

    @ParameterizedTest
    @MethodSource("policies")
    void isDescribed(Shipped shipped) {
        String page = text(DOCS.resolve(shipped.pack() + ".md"));
        String parameters = shipped.rules().parameters().stream()
                .map(one -> "`" + one.name() + "` " + one.value())
                .collect(Collectors.joining(", "));

        assertThat(page.lines()).contains("## " + shipped.id());
        assertThat(page.lines().filter(line -> line.startsWith("| [" + shipped.id() + "](#" + shipped.id() + ") |")))
                .singleElement()
                .asString()
                .endsWith("| " + shipped.policy().rollout().first().text() + " | " + (parameters + " |").strip());
    }

    @Test
    void nothingElseIsDescribed() {
        List<String> described = list(DOCS)
                .filter(page -> !page.endsWith("README.md"))
                .flatMap(page -> text(page).lines())
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();

        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(
                        SHIPPED.stream().map(Shipped::id).toList());
    }

    @ParameterizedTest
    @MethodSource("policies")
    void canDecideAboutAnyContract(Shipped shipped) {
        Stream<Facts> contracts = Stream.concat(Stream.of(NOTHING), examples());

        assertThat(contracts.flatMap(one -> violations(shipped, one)))
                .extracting(Violation::message)
                .noneMatch(message -> message.contains("could not be"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind: DataProduct", "kind: DataContract"})
    void oneContractSatisfiesAllPacks(String kind) {
        Facts contract = facts(yaml(text(DOCS.resolve("README.md")))
                .filter(block -> block.contains(kind))
                .findFirst()
                .orElseThrow());

        assertThat(SHIPPED.stream().flatMap(shipped -> violations(shipped, contract)))
                .isEmpty();
    }

    private static Stream<Violation> violations(Shipped shipped, Facts facts) {
        return Trial.of(shipped.policy(), shipped.rules(), Map.of(), facts).violations().stream();
    }

    private static Rule alwaysKept(Rule rule) {
        return new Rule(rule.id(), ALWAYS, rule.severity(), rule.message(), rule.remediation());
    }

    /** The same with another match and other rules. */
    private static Policy policy(Shipped shipped, @Nullable Condition match, List<Rule> rules) {
        Policy policy = shipped.policy();
        return new Policy(
                policy.id(),
                policy.title(),
                policy.owner(),
                policy.links(),
                policy.scope(),
                policy.category(),
                policy.rollout(),
                policy.grace(),
                new Content.Rules(
                        match, shipped.rules().parameters(), shipped.rules().variables(), rules));
    }

    private static Shipped shipped(Path file) {
        return switch (READER.read(text(file))) {
            case Accepted(var policy, var tests) ->
                new Shipped(
                        file.getParent().getFileName().toString(),
                        file.getFileName().toString(),
                        policy,
                        (Content.Rules) policy.content(),
                        tests);
            case Refused(var problems) -> throw new AssertionError(file + ": " + PolicyReader.text(problems));
        };
    }

    private static Stream<Facts> examples() {
        return list(Path.of("../examples"))
                .filter(Files::isDirectory)
                .flatMap(PacksTest::list)
                .filter(file -> file.toString().endsWith(".yaml") && !file.endsWith("domain.yaml"))
                .map(file -> facts(text(file)));
    }

    private static Facts facts(String contract) {
        return switch (new ContractReader().read(contract)) {
            case ReadResult.Accepted accepted ->
                Facts.ofProduct(accepted.canonicalJson()).with(Fact.NOW, Instant.parse("2027-06-01T00:00:00Z"));
            case ReadResult.Refused(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    /** The blocks of YAML in a page. */
    private static Stream<String> yaml(String page) {
        return Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(block -> block.group(1));
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
