package io.meshwork.contract.read;

import static io.meshwork.contract.read.Documents.accepted;
import static io.meshwork.contract.read.Documents.customer360;
import static io.meshwork.contract.read.Documents.descriptorWith;
import static io.meshwork.contract.read.Documents.onlyProblem;
import static io.meshwork.contract.read.Documents.problem;
import static io.meshwork.contract.read.Documents.product;
import static io.meshwork.contract.read.Documents.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.meshwork.contract.model.Consumer;
import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.Field;
import io.meshwork.contract.model.InputPort;
import io.meshwork.contract.model.LifecycleStatus;
import io.meshwork.contract.model.OutputPort;
import io.meshwork.contract.model.Owner;
import io.meshwork.contract.model.PortKind;
import io.meshwork.contract.model.ProductType;
import io.meshwork.contract.model.QualityCheck;
import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.contract.model.QualityCheck.Severity;
import io.meshwork.contract.model.ServiceLevelObjective;
import io.meshwork.contract.model.Terms;
import io.meshwork.contract.model.Threshold;
import io.meshwork.contract.model.Threshold.Operator;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DescriptorTest {

    // ---- the example as it stands -------------------------------------------------------------------------------

    @Test
    void acceptsCustomer360AsItStands() {
        ReadResult.Accepted accepted = accepted(customer360());
        DataProduct product = accepted.product();

        assertThat(accepted.warnings()).isEmpty();
        assertThat(product.id()).isEqualTo("sales.customer-360");
        assertThat(product.version()).isEqualTo("1.0.0");
        assertThat(product.owner()).isEqualTo(new Owner(null, "sales-data-team@company.com"));
        assertThat(product.classification()).isEqualTo("internal");
        assertThat(product.retention()).isEqualTo("7 years");
        assertThat(product.accessPolicy()).isEqualTo("domain-internal");
        assertThat(product.type()).isEqualTo(ProductType.DERIVED);
        assertThat(product.status()).isEqualTo(LifecycleStatus.PRODUCTION);
        assertThat(product.custom()).isEmpty();
    }

    @Test
    void readsServiceLevelsAsNumbers() {
        assertThat(product(customer360()).serviceLevels())
                .containsExactly(
                        new ServiceLevelObjective("availability", "99.9%", null, 0.999, null),
                        new ServiceLevelObjective("freshness", "1 hour", null, 3600.0, null),
                        new ServiceLevelObjective("qualityScore", "0.95", null, 0.95, null));
    }

    @Test
    void readsItsSchemaAsOneDatasetNamedAsTheProduct() {
        assertThat(product(customer360()).schema()).singleElement().satisfies(dataset -> {
            assertThat(dataset.name()).isEqualTo("customer-360");
            assertThat(dataset.fields())
                    .extracting(Field::name, Field::type, Field::physicalType, Field::pii, Field::classification)
                    .containsExactly(
                            tuple("customer_id", "string", null, false, null),
                            tuple("email", "string", null, true, "PERSONAL.EMAIL"),
                            tuple("lifetime_value", "number", "decimal", false, null));
        });
    }

    @Test
    void readsItsPorts() {
        DataProduct product = product(customer360());

        assertThat(product.inputPorts())
                .contains(new InputPort("bronze.support.tickets", "customer-success"))
                .hasSize(3);
        assertThat(product.outputPorts())
                .containsExactly(
                        new OutputPort(
                                "customer_360_delta",
                                PortKind.FILE,
                                "delta",
                                "abfss://gold@lakesales.dfs.core.windows.net/customer_360",
                                null,
                                Map.of()),
                        new OutputPort(
                                "customer_360_api",
                                PortKind.API,
                                "rest",
                                "https://api.company.com/data/customer-360",
                                null,
                                Map.of()));
    }

    @Test
    void readsItsQualityChecks() {
        assertThat(product(customer360()).qualityChecks())
                .extracting(
                        QualityCheck::name,
                        QualityCheck::metric,
                        QualityCheck::fields,
                        QualityCheck::threshold,
                        QualityCheck::pointer)
                .containsExactly(
                        tuple("completeness", Metric.COMPLETENESS, List.of(), atLeast(0.99), "/spec/quality_checks/0"),
                        tuple(
                                "uniqueness_customer_id",
                                Metric.UNIQUENESS,
                                List.of("customer_id"),
                                atLeast(1),
                                "/spec/quality_checks/1"));
    }

    private static Threshold atLeast(double value) {
        return new Threshold(Operator.GREATER_OR_EQUAL, value, null, false);
    }

    // ---- what it may hold besides -------------------------------------------------------------------------------

    @Test
    void readsEverythingThatMetadataMayHold() {
        DataProduct product = product("""
                apiVersion: meshwork.io/v1
                kind: DataProduct
                metadata:
                  name: orders
                  domain: cart
                  owner: cart-team
                  contact: "#cart"
                  version: 2.1.0
                  title: Orders of the shop
                  tags: [orders, gold]
                  type: ml_feature
                  status: testing
                spec:
                  description: Orders
                  outputs: [{name: files, format: csv, location: orders.csv}]
                """);

        assertThat(product.owner()).isEqualTo(new Owner("cart-team", "#cart"));
        assertThat(product.version()).isEqualTo("2.1.0");
        assertThat(product.title()).isEqualTo("Orders of the shop");
        assertThat(product.tags()).containsExactly("orders", "gold");
        assertThat(product.type()).isEqualTo(ProductType.ML_FEATURE);
        assertThat(product.status()).isEqualTo(LifecycleStatus.TESTING);
    }

    @Test
    void readsConsumersAndTerms() {
        DataProduct product = product(descriptorWith("""
                consumers:
                  - {team: marketing, contact: m@shop.example, purpose: campaigns}
                terms:
                  usage: analysis
                  limitations: no resale
                  start_date: 2026-01-01
                  end_date: 2027-01-01
                  notice_period: 3 months
                  review_date: 2026-07-01
                  interoperability: [ODCS, Avro]
                """));

        assertThat(product.consumers()).containsExactly(new Consumer("marketing", "m@shop.example", "campaigns"));
        assertThat(product.terms())
                .isEqualTo(new Terms(
                        "analysis",
                        "no resale",
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2027, 1, 1),
                        Period.ofDays(90),
                        LocalDate.of(2026, 7, 1),
                        List.of("ODCS", "Avro")));
    }

    @Test
    void tellsTheKindOfAPortByFormatAddressAndKey() {
        DataProduct product = product(descriptorWith("""
                outputs:
                  - {name: a, format: parquet, location: s3://lake/orders}
                  - {name: b, format: avro, topic: shop.orders.v1}
                  - {name: c, format: json, location: "kafka://broker/orders"}
                  - {name: d, format: eventhub, location: orders}
                  - {name: e, format: graphql, endpoint: https://shop.example/graphql}
                  - {name: f, format: databricks sql, location: gold.orders}
                  - {name: g, format: sql, host: db, port: 5432, database: shop}
                  - {name: h, format: fax, location: "+1 555", kind: other}
                """));

        assertThat(product.outputPorts())
                .extracting(OutputPort::kind)
                .containsExactly(
                        PortKind.FILE,
                        PortKind.EVENT_STREAM,
                        PortKind.EVENT_STREAM,
                        PortKind.EVENT_STREAM,
                        PortKind.API,
                        PortKind.SQL,
                        PortKind.SQL,
                        PortKind.OTHER);
        assertThat(product.outputPorts().get(1).location()).isEqualTo("shop.orders.v1");
        assertThat(product.outputPorts().get(6).properties())
                .isEqualTo(Map.of("host", "db", "port", 5432, "database", "shop"));
    }

    @Test
    void readsEveryKindOfCheck() {
        DataProduct product = product(descriptorWith("""
                quality_checks:
                  - {name: completeness, columns: [id, amount], threshold: "99%", severity: warning}
                  - {name: validity, column: id, valid_values: [a, b, null], pattern: "[a-z]+"}
                  - {name: row_count, min: 1, max: 100}
                  - {name: no negative amounts, metric: sql, query: "select 1", threshold: 1}
                  - {name: key, metric: uniqueness, columns: [id, amount]}
                """));

        assertThat(product.qualityChecks())
                .extracting(
                        QualityCheck::name,
                        QualityCheck::metric,
                        c -> c.threshold().value(),
                        QualityCheck::severity)
                .containsExactly(
                        tuple("completeness_id_amount", Metric.COMPLETENESS, 0.99, Severity.WARNING),
                        tuple("validity_id", Metric.VALIDITY, 1.0, Severity.ERROR),
                        tuple("row_count_min", Metric.ROW_COUNT, 1.0, Severity.ERROR),
                        tuple("row_count_max", Metric.ROW_COUNT, 100.0, Severity.ERROR),
                        tuple("no negative amounts", Metric.SQL, 1.0, Severity.ERROR),
                        tuple("key", Metric.UNIQUENESS, 1.0, Severity.ERROR));
        assertThat(product.qualityChecks().get(1).arguments())
                .containsEntry("pattern", "[a-z]+")
                .hasEntrySatisfying(
                        "validValues", values -> assertThat((List<?>) values).hasSize(3));
    }

    @Test
    void givesTwoChecksOfTheSameKindDifferentNames() {
        DataProduct product = product(descriptorWith("""
                quality_checks:
                  - {name: completeness, threshold: 0.9, severity: error}
                  - {name: completeness, threshold: 0.99, severity: warning}
                """));

        assertThat(product.qualityChecks())
                .extracting(QualityCheck::name)
                .containsExactly("completeness", "completeness_2");
    }

    @Test
    void readsJson() {
        assertThat(product("""
                        {
                        \t"apiVersion": "meshwork.io/v1", "kind": "DataProduct",
                        \t"metadata": {"name": "orders", "domain": "cart", "owner": "cart-team"},
                        \t"spec": {
                        \t\t"description": "a\\/b \\u00e9",
                        \t\t"outputs": [
                        \t\t\t{"name": "files", "format": "csv", "location": "orders.csv"}
                        \t\t]
                        \t}
                        }
                        """).description()).isEqualTo("a/b é");
    }

    // ---- what is kept -------------------------------------------------------------------------------------------

    @Test
    void keepsUnknownKeysAndSaysWhatMayHaveBeenMeant() {
        ReadResult.Accepted accepted = accepted(descriptorWith("""
                cost_centre: 4711
                govenance: {retention: 1 year}
                """));

        assertThat(accepted.product().custom())
                .containsEntry("cost_centre", 4711)
                .containsEntry("govenance", Map.of("retention", "1 year"));
        assertThat(accepted.warnings())
                .extracting(Problem::code, Problem::pointer)
                .containsExactly(
                        tuple("contract.key.unknown", "/spec/cost_centre"),
                        tuple("contract.key.unknown", "/spec/govenance"));
        assertThat(accepted.warnings().getLast().advice()).contains("Did you mean `governance`?");
    }

    @Test
    void keepsUnknownKeysOfAFieldUnderItsName() {
        DataProduct product = product(descriptorWith("")
                .replace("{name: amount, type: decimal}", "{name: amount, type: decimal, currency: EUR}"));

        assertThat(product.custom()).isEqualTo(Map.of("schema", Map.of("amount", Map.of("currency", "EUR"))));
    }

    // ---- what is refused ----------------------------------------------------------------------------------------

    @Test
    void rejectsProductWithoutOwner() {
        Problem problem = onlyProblem(customer360().replace("  owner: sales-data-team@company.com\n", ""));

        assertThat(problem.code()).isEqualTo("contract.owner.missing");
        assertThat(problem.pointer()).isEqualTo("/metadata");
        assertThat(problem.line()).isEqualTo(5);
        assertThat(problem.column()).isEqualTo(3);
    }

    @Test
    void rejectsIdWithCapitalsAndSuggestsOne() {
        Problem problem = onlyProblem(customer360().replace("name: customer-360\n", "name: Customer_360\n"));

        assertThat(problem.code()).isEqualTo("contract.name.invalid");
        assertThat(problem.advice()).contains("`customer-360`");
        assertThat(problem.pointer()).isEqualTo("/metadata/name");
        assertThat(problem.line()).isEqualTo(5);
        assertThat(problem.column()).isEqualTo(9);
    }

    @Test
    void rejectsProductWithoutOutputPort() {
        assertThat(onlyProblem(descriptorWith("outputs: []")).code()).isEqualTo("contract.outputs.missing");
    }

    @Test
    void warnsOfAProductWithoutDescription() {
        String document = descriptorWith("").replace("  description: Orders of the shop\n", "");

        assertThat(accepted(document).warnings())
                .extracting(Problem::code)
                .containsExactly("contract.description.missing");
    }

    @Test
    void rejectsNumberWhereTextBelongs() {
        Problem problem = onlyProblem(customer360().replace("description: \"Customer email\"", "description: 42"));

        assertThat(problem.code()).isEqualTo("contract.field.description.type");
        assertThat(problem.advice()).contains("\"42\"");
        assertThat(problem.pointer()).isEqualTo("/spec/schema/1/description");
    }

    @Test
    void rejectsYesWhereTrueBelongs() {
        assertThat(onlyProblem(customer360().replace("pii: true", "pii: yes")).code())
                .isEqualTo("contract.field.pii.type");
    }

    @Test
    void rejectsCheckOnAColumnThatIsNotThere() {
        Problem problem = onlyProblem(customer360().replace("column: customer_id", "column: costumer_id"));

        assertThat(problem.code()).isEqualTo("contract.check.column.unknown");
        assertThat(problem.advice()).contains("Did you mean `customer_id`?");
    }

    @Test
    void rejectsThresholdAboveOne() {
        assertThat(onlyProblem(customer360().replace("threshold: 0.99", "threshold: 99"))
                        .code())
                .isEqualTo("contract.check.threshold.invalid");
    }

    @Test
    void rejectsUnknownCheckAndNamesTheNearest() {
        assertThat(onlyProblem(customer360().replace("name: completeness", "name: completness"))
                        .advice())
                .contains("Did you mean `completeness`?");
    }

    @Test
    void rejectsFreshnessThatNobodyCanMeasure() {
        assertThat(onlyProblem(customer360().replace("\"1 hour\"", "soon")).code())
                .isEqualTo("contract.sla.freshness.invalid");
    }

    @Test
    void rejectsTwoFieldsOfOneName() {
        assertThat(onlyProblem(customer360().replace("- name: email", "- name: customer_id"))
                        .code())
                .isEqualTo("contract.field.name.duplicate");
    }

    @Test
    void rejectsBrokenRegularExpression() {
        assertThat(problem(
                                "contract.check.pattern.invalid",
                                descriptorWith("quality_checks: [{name: validity, column: id, pattern: '[a-'}]"))
                        .message())
                .contains("not valid");
    }

    @Test
    void rejectsTermsThatEndBeforeTheyStart() {
        assertThat(onlyProblem(descriptorWith("terms: {start_date: 2026-02-01, end_date: 2026-01-01}"))
                        .code())
                .isEqualTo("contract.terms.end-date.invalid");
    }

    @Test
    void rejectsVersionThatIsNoVersion() {
        assertThat(onlyProblem(customer360()
                                .replace("domain: sales\n  owner", "domain: sales\n  version: latest\n  owner"))
                        .code())
                .isEqualTo("contract.version.invalid");
    }

    @Test
    void completesShortVersionWithAWarning() {
        ReadResult.Accepted accepted =
                accepted(customer360().replace("domain: sales\n  owner", "domain: sales\n  version: 1.2\n  owner"));

        assertThat(accepted.product().version()).isEqualTo("1.2.0");
        assertThat(accepted.warnings()).extracting(Problem::code).containsExactly("contract.version.short");
    }

    @Test
    void tellsThatMetadataAndSpecAreMissing() {
        assertThat(refused("{apiVersion: meshwork.io/v1, kind: DataProduct}"))
                .extracting(Problem::code)
                .containsExactlyInAnyOrder("contract.metadata.missing", "contract.spec.missing");
    }
}
