package io.meshwork.contract.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.ProductType;
import io.meshwork.contract.read.ContractReader;
import io.meshwork.contract.read.Problem;
import io.meshwork.contract.read.ReadResult;
import io.meshwork.contract.template.Template.Filled;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From a template and a few values to a contract. */
class TemplateTest {

    private static final Map<String, String> VALUES = Map.of(
            "name", "clicks",
            "domain", "web",
            "event_types", "opened, closed",
            "source_systems", "shop",
            "segmentation_logic", "recency",
            "source", "sales.orders",
            "purpose", "To see who clicks");

    static Stream<Template> builtIn() {
        return BuiltInTemplates.all().stream();
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void everyTemplateThatComesAlongGivesAValidContractWithoutWarnings(Template template) {
        Map<String, String> given = new HashMap<>(VALUES);
        given.keySet().retainAll(template.names());

        ReadResult read = new ContractReader().read(document(template, given));

        assertThat(read).asInstanceOf(type(ReadResult.Accepted.class)).satisfies(accepted -> {
            assertThat(accepted.product().id()).isEqualTo("web.clicks");
            assertThat(accepted.warnings()).isEmpty();
        });
    }

    @Test
    void aPlaceholderThatIsAWholeTextBecomesTheValueItself() {
        DataProduct product =
                product("customer-events", "name", "clicks", "event_types", "opened, closed", "source_systems", "shop");

        assertThat(product.qualityChecks())
                .filteredOn(check -> check.name().equals("known-event-types"))
                .singleElement()
                .satisfies(check ->
                        assertThat(check.arguments()).containsEntry("validValues", List.of("opened", "closed")));
        assertThat(product.description()).isEqualTo("Events about customers: opened, closed");
    }

    @Test
    void defaultsMayUseWhatWasGiven() {
        DataProduct product = product("data-product", "name", "clicks", "domain", "web", "purpose", "x");

        assertThat(product.owner().team()).isEqualTo("web-team");
        assertThat(product.owner().contact()).isEqualTo("web-team@example.com");
    }

    @Test
    void whatIsOptionalAndNotGivenIsLeftOut() {
        assertThat(product("customer-segments", "name", "vip", "segmentation_logic", "spend")
                        .inputPorts())
                .isEmpty();
        DataProduct derived =
                product("customer-segments", "name", "vip", "segmentation_logic", "spend", "source", "sales.orders");

        assertThat(derived.inputPorts())
                .singleElement()
                .satisfies(input -> assertThat(input.source()).isEqualTo("sales.orders"));
        assertThat(product("order-analytics", "name", "daily", "source", "sales.orders")
                        .type())
                .isEqualTo(ProductType.AGGREGATE);
    }

    @Test
    void valuesCannotChangeTheFormOfTheDocument() {
        String hostile = "x\"}\nkind: Other\n- ${name} &a *a";

        assertThat(product("data-product", "name", "clicks", "domain", "web", "purpose", hostile)
                        .description())
                .isEqualTo(hostile);
    }

    @Test
    void defaultsThatGrowWithEachOtherEndAtALimit() {
        StringBuilder document = new StringBuilder("""
                kind: ContractTemplate
                apiVersion: meshwork.io/v1
                name: bomb
                version: 1.0.0
                description: Grows
                parameters:
                  - {name: p0, type: text, description: Seed, default: seed}
                """);
        for (int i = 1; i < 40; i++) {
            document.append("  - {name: p%d, type: text, description: More, default: \"%s\"}\n"
                    .formatted(i, "${p%d}".formatted(i - 1).repeat(100)));
        }
        document.append("contract: {id: \"${p39}\"}\n");
        var template = ((TemplateReader.Result.Accepted) new TemplateReader().read(document.toString())).template();

        assertThat(template.fill(Map.of()))
                .asInstanceOf(type(Filled.Wrong.class))
                .satisfies(wrong -> assertThat(wrong.reasons().get("p2")).contains("longer than 4000"));
        assertThat(template.byDefault(template.parameters().get(1), Map.of())).hasSize(400);
        assertThat(template.parameters().subList(2, 40))
                .allSatisfy(parameter ->
                        assertThat(template.byDefault(parameter, Map.of())).isNull());
    }

    @Test
    void aContractThatWouldBeTooLargeIsNotWritten() {
        String document = """
                kind: ContractTemplate
                apiVersion: meshwork.io/v1
                name: large
                version: 1.0.0
                description: Large
                parameters:
                  - {name: p, type: text, description: Text}
                contract: {description: "%s"}
                """.formatted("${p}".repeat(1_000));
        var template = ((TemplateReader.Result.Accepted) new TemplateReader().read(document)).template();

        assertThat(template.fill(Map.of("p", "x".repeat(3_000))))
                .asInstanceOf(type(Filled.Wrong.class))
                .satisfies(wrong -> assertThat(wrong.reasons()).containsOnlyKeys("contract"));
    }

    @Test
    void everyValueThatIsMissingOrWrongIsNamedAtOnce() {
        Filled filled = template("customer-segments")
                .fill(Map.of("name", "Not An Id", "update_frequency", "yearly", "versoin", "1.0.0"));

        assertThat(filled).asInstanceOf(type(Filled.Wrong.class)).satisfies(wrong -> {
            assertThat(wrong.reasons()).containsOnlyKeys("versoin", "name", "segmentation_logic", "update_frequency");
            assertThat(wrong.reasons().get("versoin")).contains("Did you mean `version`?");
            assertThat(wrong.reasons().get("update_frequency")).contains("none of hourly, daily, weekly");
            assertThat(wrong.reasons().get("segmentation_logic")).contains("How customers come into segments");
        });
    }

    @Test
    void aTemplateIsCheckedAsAWhole() {
        TemplateReader.Result result = new TemplateReader().read("""
                kind: ContractTemplate
                apiVersion: meshwork.io/v1
                name: Mine
                version: one
                description: Mine
                parameters:
                  - {name: a, type: txet, description: A}
                  - {name: a, type: number, description: A, default: many}
                  - {name: b, type: text, description: B, default: "${c}"}
                contract: {id: "${d}"}
                colour: red
                """);

        assertThat(result)
                .asInstanceOf(type(TemplateReader.Result.Refused.class))
                .satisfies(refused -> assertThat(refused.problems())
                        .extracting(Problem::code, Problem::line)
                        .contains(
                                tuple("contract.name.invalid", 3),
                                tuple("contract.version.invalid", 4),
                                tuple("contract.parameter.type.unknown", 7),
                                tuple("contract.parameter.name.duplicate", 8),
                                tuple("contract.parameter.default.invalid", 8),
                                tuple("contract.parameter.default.dangling", 9),
                                tuple("contract.contract.dangling", 10)));
    }

    private static DataProduct product(String template, String... values) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            given.put(values[i], values[i + 1]);
        }
        ReadResult read = new ContractReader().read(document(template(template), given));
        assertThat(read).isInstanceOf(ReadResult.Accepted.class);
        return ((ReadResult.Accepted) read).product();
    }

    private static String document(Template template, Map<String, String> given) {
        Filled filled = template.fill(given);
        assertThat(filled).isInstanceOf(Filled.Document.class);
        return ((Filled.Document) filled).document();
    }

    private static Template template(String name) {
        return builtIn().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }
}
