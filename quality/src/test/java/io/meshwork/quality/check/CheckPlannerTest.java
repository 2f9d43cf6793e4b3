package io.meshwork.quality.check;

import static io.meshwork.quality.Contracts.aProduct;
import static io.meshwork.quality.Contracts.atLeast;
import static io.meshwork.quality.Contracts.check;
import static io.meshwork.quality.Contracts.field;
import static io.meshwork.quality.Contracts.key;
import static io.meshwork.quality.Contracts.limited;
import static io.meshwork.quality.Contracts.nested;
import static io.meshwork.quality.Contracts.noRow;
import static io.meshwork.quality.Contracts.required;
import static io.meshwork.quality.Contracts.sql;
import static io.meshwork.quality.Contracts.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.model.Field;
import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.contract.model.QualityCheck.Severity;
import io.meshwork.contract.read.ContractReader;
import io.meshwork.contract.read.ReadResult;
import io.meshwork.quality.Contracts;
import io.meshwork.quality.check.PlannedCheck.Task;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckPlannerTest {

    private static CheckPlan only(Contracts contract) {
        List<CheckPlan> plans = CheckPlanner.plan(contract.build());
        assertThat(plans).hasSize(1);
        return plans.getFirst();
    }

    private static Measure onlyMeasure(Contracts contract) {
        return only(contract).measures().iterator().next();
    }

    @Test
    void plansNothingForContractThatPromisesNothing() {
        assertThat(CheckPlanner.plan(aProduct().schema(field("id", "string")).build()))
                .isEmpty();
    }

    @Test
    void takesEqualMeasuresOnce() {
        CheckPlan plan = only(aProduct()
                .with(check(Metric.NULL_VALUES, noRow(), "id"), check(Metric.COMPLETENESS, atLeast(0.9), "id")));

        assertThat(plan.checks()).hasSize(2);
        assertThat(plan.measures()).containsExactly(new Measure.EmptyCells(List.of(Column.named("id"))));
    }

    @Test
    void checksWhatTheSchemaPromises() {
        CheckPlan plan = only(aProduct().schema(required("name"), unique("code"), key("a"), key("b")));

        assertThat(plan.checks())
                .extracting(PlannedCheck::name)
                .containsExactly("required:name", "unique:code", "required:a", "required:b", "primary-key:a,b");
        assertThat(plan.measures()).contains(new Measure.Duplicates(List.of(Column.named("a"), Column.named("b"))));
    }

    @Test
    void leavesOutPromiseThatAnExplicitCheckCovers() {
        CheckPlan plan = only(aProduct()
                .schema(required("name"), unique("code"))
                .with(
                        check(Metric.COMPLETENESS, atLeast(0.99), "name"),
                        check(Metric.UNIQUENESS, atLeast(0.99), "code")));

        assertThat(plan.checks())
                .extracting(PlannedCheck::name)
                .containsExactly("completeness_name", "uniqueness_code");
    }

    private static List<String> names(Contracts contract) {
        return CheckPlanner.plan(contract.build()).stream()
                .flatMap(plan -> plan.checks().stream())
                .map(PlannedCheck::name)
                .toList();
    }

    @Test
    void promisesTypesThatAValueCanBreak() {
        assertThat(names(aProduct()
                        .schema(
                                field("a", "integer"),
                                field("b", "string"),
                                field("c", "timestamp"),
                                field("d", null),
                                nested("e", "object", field("f", "integer")))))
                .containsExactly("type:a", "type:c", "type:e");
        assertThat(onlyMeasure(aProduct().schema(field("a", "integer"))))
                .isEqualTo(new Measure.Invalid(List.of(new ValueRule(
                        Column.named("a"),
                        null,
                        List.of(),
                        null,
                        List.of(new Constraint.OfType("integer")),
                        List.of(),
                        true))));
    }

    @Test
    void whoeverJudgesValuesByTheirTypeTakesThePlaceOfThePromise() {
        Contracts typed = aProduct().schema(field("a", "integer"), field("b", "date"));

        assertThat(names(aProduct()
                        .schema(field("a", "integer"), field("b", "date"))
                        .with(check(Metric.INVALID_VALUES, noRow(), "a"))))
                .containsExactly("invalid_values_a", "type:b");
        assertThat(names(typed.with(check(Metric.VALIDITY, atLeast(1))))).containsExactly("validity_");
        assertThat(names(aProduct()
                        .schema(field("a", "integer"))
                        .with(check(Metric.INVALID_VALUES, Map.of("validValues", List.of(1, "n/a")), noRow(), "a"))))
                .containsExactly("invalid_values_a");
        assertThat(names(aProduct()
                        .schema(field("a", "integer"))
                        .with(check(Metric.INVALID_VALUES, Map.of("pattern", "^1"), noRow(), "a"))))
                .containsExactly("invalid_values_a", "type:a");
    }

    @Test
    void aFormatSaysHowDatesAreWritten() {
        assertThat(names(aProduct()
                        .schema(
                                limited("a", "date", Map.of("format", "dd/MM/yyyy")),
                                limited("b", "date", Map.of("format", "EEE d")),
                                limited("c", "number", Map.of("format", "f64")))))
                .containsExactly("format:a", "type:c");
    }

    @Test
    void anyJsonIsAnObjectOnlyByName() {
        assertThat(names(aProduct()
                        .schema(new Field(
                                "body", null, "object", "JSONB", null, false, false, false, false, null, List.of(),
                                List.of()))))
                .isEmpty();
    }

    @Test
    void completenessWithoutColumnsIsAboutAllDeclaredFields() {
        Measure measure = onlyMeasure(aProduct()
                .schema(field("a", "string"), field("b", "integer"))
                .with(check(Metric.COMPLETENESS, atLeast(1))));

        assertThat(measure).isEqualTo(new Measure.EmptyCells(List.of(Column.named("a"), Column.named("b"))));
    }

    @Test
    void validityIncludesTheDeclaredType() {
        Measure measure = onlyMeasure(aProduct()
                .schema(field("n", "integer"))
                .with(check(Metric.VALIDITY, Map.of("validValues", List.of(1, 2)), atLeast(1), "n")));

        assertThat(measure)
                .isEqualTo(new Measure.Invalid(
                        List.of(new ValueRule(Column.named("n"), "integer", List.of(1, 2), null, List.of()))));
    }

    @Test
    void invalidValuesGoByTheirArgumentsAlone() {
        Measure measure = onlyMeasure(aProduct()
                .schema(field("n", "integer"))
                .with(check(Metric.INVALID_VALUES, Map.of("pattern", "^A"), noRow(), "n")));

        assertThat(measure)
                .isEqualTo(new Measure.Invalid(
                        List.of(new ValueRule(Column.named("n"), null, List.of(), "^A", List.of()))));
    }

    @Test
    void findsFieldInsideObject() {
        Measure measure = onlyMeasure(aProduct()
                .schema(nested("address", "object", field("city", "string")))
                .with(check(Metric.NULL_VALUES, noRow(), "address.city")));

        assertThat(measure).isEqualTo(new Measure.EmptyCells(List.of(new Column(List.of("address", "city")))));
    }

    @Test
    void doesNotRunCheckInsideArray() {
        PlannedCheck planned = only(aProduct()
                        .schema(nested("items", "array", field("sku", "string")))
                        .with(check(Metric.NULL_VALUES, noRow(), "items.sku")))
                .checks()
                .getFirst();

        assertThat(planned.task())
                .isInstanceOfSatisfying(
                        Task.Skip.class,
                        skip -> assertThat(skip.reason()).contains("items.sku").contains("array"));
    }

    @Test
    void fillsPlaceholdersOfEverySpelling() {
        for (String query : List.of(
                "select count({property}) from {object}",
                "select count(${column}) from ${table}",
                "select count(\"{field}\") from \"${model}\"")) {
            assertThat(onlyMeasure(aProduct().with(sql(query, noRow(), "na\"me"))))
                    .isEqualTo(new Measure.Answer("select count(\"na\"\"me\") from \"orders\"", List.of("orders")));
        }
    }

    @Test
    void refusesColumnPlaceholderWithoutColumn() {
        PlannedCheck planned = only(aProduct().with(sql("select {column} from {object}", noRow())))
                .checks()
                .getFirst();

        assertThat(planned.task()).isInstanceOf(Task.Refuse.class);
    }

    private static List<CheckPlan> ofStandard(String rest) {
        String document = """
                apiVersion: v3.1.0
                kind: DataContract
                id: 53581432-6c55-4ba2-a65f-72344a91553a
                name: orders
                version: 1.0.0
                status: active
                domain: shop
                schema:
                  - name: customers
                    properties: [{name: id}, {name: region}]
                  - name: orders
                """ + rest.indent(4);
        return CheckPlanner.plan(((ReadResult.Accepted) new ContractReader().read(document)).product());
    }

    @Test
    void relationshipsPromiseThatValuesAreFound() {
        List<CheckPlan> plans = ofStandard("""
                relationships: [{from: [orders.customer, orders.region], to: [customers.id, customers.region]}]
                properties:
                  - {name: customer, relationships: [{to: customers.id}, {to: 'https://example.org/other.yaml#x'}]}
                  - {name: region}
                """);

        assertThat(plans.getFirst().checks())
                .extracting(PlannedCheck::name)
                .containsExactly("foreign-key:customer,region", "foreign-key:customer");
        assertThat(plans.getFirst().checks()).allSatisfy(check -> {
            assertThat(check.severity()).isEqualTo(Severity.WARNING);
            assertThat(check.task()).isInstanceOf(Task.Take.class);
        });
    }

    @Test
    void aCheckOnTheSameFieldsTakesThePlaceOfTheRelationship() {
        List<CheckPlan> plans = ofStandard("""
                properties:
                  - name: customer
                    relationships: [{to: customers.id}]
                    quality:
                      - type: custom
                        name: known customers
                        engine: meshwork
                        implementation: {references: {dataset: customers, fields: [id]}}
                """);

        assertThat(plans.getFirst().checks()).extracting(PlannedCheck::name).containsExactly("known customers");
    }
}
