package io.meshwork.contract.read;

import static io.meshwork.contract.read.Documents.accepted;
import static io.meshwork.contract.read.Documents.odcsWith;
import static io.meshwork.contract.read.Documents.onlyProblem;
import static io.meshwork.contract.read.Documents.problem;
import static io.meshwork.contract.read.Documents.product;
import static io.meshwork.contract.read.Documents.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.Field;
import io.meshwork.contract.model.LifecycleStatus;
import io.meshwork.contract.model.OutputPort;
import io.meshwork.contract.model.Owner;
import io.meshwork.contract.model.PortKind;
import io.meshwork.contract.model.ProductType;
import io.meshwork.contract.model.QualityCheck;
import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.contract.model.QualityCheck.Severity;
import io.meshwork.contract.model.QualityDimension;
import io.meshwork.contract.model.Threshold;
import io.meshwork.contract.model.Threshold.Operator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OdcsTest {

    // ---- identity -----------------------------------------------------------------------------------------------

    @Test
    void makesIdsOfNamesWithAWarning() {
        ReadResult.Accepted accepted = accepted(odcsWith("")
                .replace("name: orders", "name: Orders Event_Stream")
                .replace("cart", "Cart"));

        assertThat(accepted.product().id()).isEqualTo("cart.orders-event-stream");
        assertThat(accepted.product().title()).isEqualTo("Orders Event_Stream");
        assertThat(accepted.warnings())
                .extracting(Problem::code)
                .contains("contract.name.slug", "contract.domain.slug");
    }

    @Test
    void fallsBackToTheDataProductThenToTheId() {
        String nameless = odcsWith("").replace("name: orders\n", "");

        assertThat(product(nameless + "dataProduct: my quantum\n").name()).isEqualTo("my-quantum");
        assertThat(product(nameless).name()).isEqualTo("53581432-6c55-4ba2-a65f-72344a91553a");
    }

    @Test
    void putsAContractWithoutDomainIntoDefault() {
        assertThat(product(odcsWith("").replace("domain: cart\n", "")).domain()).isEqualTo("default");
    }

    @ParameterizedTest
    @CsvSource({
        "active, PRODUCTION",
        "draft, DEVELOPMENT",
        "in development, DEVELOPMENT",
        "test, TESTING",
        "deprecated, DEPRECATED",
        "retired, RETIRED",
        "odd, DEVELOPMENT"
    })
    void mapsTheWordsForStatus(String written, LifecycleStatus status) {
        assertThat(product(odcsWith("").replace("status: active", "status: " + written))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void requiresWhatTheStandardRequires() {
        assertThat(refused("kind: DataContract\n"))
                .extracting(Problem::code)
                .contains(
                        "contract.api-version.missing",
                        "contract.id.missing",
                        "contract.version.missing",
                        "contract.status.missing");
    }

    @Test
    void rejectsUnknownRootProperty() {
        Problem problem = problem("contract.key.unknown", odcsWith("slaProperty: []\n"));

        assertThat(problem.isError()).isTrue();
        assertThat(problem.advice()).contains("Did you mean `slaProperties`?");
        assertThat(problem.line()).isEqualTo(8);
    }

    @Test
    void onlyWarnsOfUnknownRootPropertyInALaterMinorVersion() {
        assertThat(accepted(odcsWith("dataQualityScore: 1\n").replace("v3.1.0", "v3.4.0"))
                        .warnings())
                .extracting(Problem::code)
                .contains("contract.key.unknown");
    }

    // ---- schema -------------------------------------------------------------------------------------------------

    @Test
    void readsNestedPropertiesAndArrayItems() {
        DataProduct product = product(odcsWith("""
                schema:
                  - name: customers
                    physicalName: cust
                    dataGranularityDescription: one row per customer
                    properties:
                      - name: address
                        logicalType: object
                        properties: [{name: city, logicalType: string, classification: restricted}]
                      - name: phones
                        logicalType: array
                        items: {logicalType: object, properties: [{name: number, logicalType: string, tags: [pii]}]}
                      - {name: id, physicalName: cust_id, physicalType: int, primaryKey: true, required: true, unique: true}
                """));

        List<Field> fields = product.schema().getFirst().fields();
        assertThat(fields.get(0).fields())
                .extracting(Field::name, Field::classification)
                .containsExactly(tuple("city", "restricted"));
        assertThat(fields.get(1).fields()).extracting(Field::name, Field::pii).containsExactly(tuple("number", true));
        assertThat(fields.get(2).column()).isEqualTo("cust_id");
        assertThat(fields.get(2).primaryKey()
                        && fields.get(2).required()
                        && fields.get(2).unique())
                .isTrue();
    }

    @Test
    void keepsWhatTheModelHasNoPlaceFor() {
        DataProduct product = product(odcsWith("""
                price: {priceAmount: 9.95}
                roles: [{role: reader, access: read}]
                schema:
                  - name: tbl
                    businessName: Payments
                    properties:
                      - {name: id, businessName: Identifier, examples: [x1, x2]}
                """));

        assertThat(product.custom())
                .containsEntry("price", Map.of("priceAmount", 9.95))
                .containsEntry("roles", List.of(Map.of("role", "reader", "access", "read")))
                .containsEntry(
                        "schema",
                        Map.of(
                                "tbl",
                                Map.of(
                                        "businessName",
                                        "Payments",
                                        "properties",
                                        Map.of(
                                                "id",
                                                Map.of(
                                                        "businessName",
                                                        "Identifier",
                                                        "examples",
                                                        List.of("x1", "x2"))))));
    }

    @Test
    void rejectsLogicalTypeThatIsNotInTheStandard() {
        Problem problem = problem(
                "contract.property.logical-type.invalid",
                odcsWith("schema: [{name: t, properties: [{name: a, logicalType: varchar}]}]\n"));

        assertThat(problem.advice()).contains("Did you mean `string`?");
        assertThat(problem.pointer()).isEqualTo("/schema/0/properties/0/logicalType");
    }

    @Test
    void takesTransformSourcesAsDeclaredLineage() {
        DataProduct product = product(
                odcsWith(
                        "schema: [{name: t, properties: [{name: a, transformSourceObjects: [x, y]}, {name: b, transformSourceObjects: [x]}]}]\n"));

        assertThat(product.inputPorts()).extracting(port -> port.source()).containsExactly("x", "y");
        assertThat(product.type()).isEqualTo(ProductType.DERIVED);
    }

    // ---- quality ------------------------------------------------------------------------------------------------

    private static QualityCheck onlyCheck(String rule) {
        List<QualityCheck> checks = product(odcsWith(onProperty(rule))).qualityChecks();
        assertThat(checks).hasSize(1);
        return checks.getFirst();
    }

    private static String onProperty(String rule) {
        return "schema: [{name: t, properties: [{name: a}, {name: b, quality: [" + rule + "]}]}]\n";
    }

    private static String onObject(String rule) {
        return "schema: [{name: t, properties: [{name: a}, {name: b}], quality: [" + rule + "]}]\n";
    }

    @ParameterizedTest
    @CsvSource({
        "mustBe: 5, EQUAL",
        "mustNotBe: 5, NOT_EQUAL",
        "mustBeGreaterThan: 5, GREATER",
        "mustBeGreaterOrEqualTo: 5, GREATER_OR_EQUAL",
        "mustBeGreaterThanOrEqualTo: 5, GREATER_OR_EQUAL",
        "mustBeLessThan: 5, LESS",
        "mustBeLessOrEqualTo: 5, LESS_OR_EQUAL"
    })
    void readsEveryOperator(String operator, Operator expected) {
        assertThat(onlyCheck("{metric: nullValues, " + operator + "}").threshold())
                .isEqualTo(new Threshold(expected, 5, null, false));
    }

    @Test
    void readsRangesAndPercentages() {
        assertThat(onlyCheck("{metric: nullValues, mustBeBetween: [1, 2.5], unit: percent}")
                        .threshold())
                .isEqualTo(new Threshold(Operator.BETWEEN, 1, 2.5, true));
        assertThat(onlyCheck("{metric: nullValues, mustNotBeBetween: [1, 2]}").threshold())
                .isEqualTo(new Threshold(Operator.NOT_BETWEEN, 1, 2.0, false));
    }

    @ParameterizedTest
    @CsvSource({
        "nullValues, NULL_VALUES, COMPLETENESS",
        "missingValues, MISSING_VALUES, COMPLETENESS",
        "invalidValues, INVALID_VALUES, CONFORMITY",
        "duplicateValues, DUPLICATE_VALUES, UNIQUENESS"
    })
    void readsEveryMetricOfColumns(String written, Metric metric, QualityDimension dimension) {
        QualityCheck check = onlyCheck("{metric: " + written + ", mustBe: 0, arguments: {pattern: x}}");

        assertThat(check.metric()).isEqualTo(metric);
        assertThat(check.dimension()).isEqualTo(dimension);
        assertThat(check.fields()).containsExactly("b");
        assertThat(check.arguments()).isEqualTo(Map.of("pattern", "x"));
        assertThat(check.pointer()).isEqualTo("/schema/0/properties/1/quality/0");
    }

    @ParameterizedTest
    @CsvSource({
        "nullCheck, NULL_VALUES",
        "duplicateCount, DUPLICATE_VALUES",
        "validValues, INVALID_VALUES",
        "nullValues, NULL_VALUES"
    })
    void readsTheRulesOfVersion30(String rule, Metric metric) {
        QualityCheck check = onlyCheck("{rule: " + rule + ", validValues: [x]}");

        assertThat(check.metric()).isEqualTo(metric);
        assertThat(check.threshold()).isEqualTo(new Threshold(Operator.EQUAL, 0, null, false));
    }

    @Test
    void readsRowCountOfAnObject() {
        QualityCheck check = product(odcsWith(onObject("{rule: rowCount, mustBeBetween: [100, 120], severity: info}")))
                .qualityChecks()
                .getFirst();

        assertThat(check.metric()).isEqualTo(Metric.ROW_COUNT);
        assertThat(check.name()).isEqualTo("row_count_t");
        assertThat(check.severity()).isEqualTo(Severity.WARNING);
        assertThat(check.fields()).isEmpty();
    }

    @Test
    void readsTheColumnsOfACompositeKey() {
        QualityCheck check = product(
                        odcsWith(onObject("{metric: duplicateValues, mustBe: 0, arguments: {properties: [a, b]}}")))
                .qualityChecks()
                .getFirst();

        assertThat(check.fields()).containsExactly("a", "b");
    }

    @Test
    void keepsSqlWithItsPlaceholders() {
        QualityCheck check =
                onlyCheck("{type: sql, query: 'select count(*) from {object} where ${column} < 0', mustBe: 0}");

        assertThat(check.metric()).isEqualTo(Metric.SQL);
        assertThat(check.query()).isEqualTo("select count(*) from {object} where ${column} < 0");
    }

    @Test
    void keepsTextAndVendorRulesWithoutRunningThem() {
        assertThat(onlyCheck("{type: text, description: should be nice}").metric())
                .isEqualTo(Metric.NOT_EXECUTABLE);
        assertThat(onlyCheck("{type: custom, engine: soda, implementation: {type: x}}")
                        .arguments())
                .isEqualTo(Map.of("engine", "soda", "implementation", Map.of("type", "x")));
    }

    @Test
    void keepsQueryThatIsComparedWithTextWithoutRunningIt() {
        QualityCheck check = onlyCheck("{type: sql, query: select status, mustBe: OK}");

        assertThat(check.metric()).isEqualTo(Metric.NOT_EXECUTABLE);
        assertThat(check.arguments()).isEqualTo(Map.of("query", "select status", "mustBe", "OK"));
    }

    @Test
    void rejectsRuleWithTwoConditions() {
        assertThat(problem(
                                "contract.quality.must-be-less-than.second",
                                odcsWith(onProperty("{metric: nullValues, mustBe: 0, mustBeLessThan: 5}")))
                        .isError())
                .isTrue();
    }

    @Test
    void rejectsRuleWithAnEmptyCondition() {
        Problem problem =
                problem("contract.quality.must-be.type", odcsWith(onProperty("{metric: nullValues, mustBe: }")));

        assertThat(problem.isError()).isTrue();
        assertThat(problem.pointer()).isEqualTo("/schema/0/properties/1/quality/0/mustBe");
    }

    @Test
    void rejectsRuleWithoutCondition() {
        assertThat(problem("contract.quality.operator.missing", odcsWith(onProperty("{metric: nullValues}")))
                        .isError())
                .isTrue();
    }

    @Test
    void rejectsRangeTheWrongWayRound() {
        assertThat(problem(
                                "contract.quality.must-be-between.invalid",
                                odcsWith(onObject("{metric: rowCount, mustBeBetween: [20, 10]}")))
                        .isError())
                .isTrue();
    }

    @Test
    void rejectsMetricThatIsNotInTheStandard() {
        assertThat(problem("contract.quality.metric.invalid", odcsWith(onProperty("{metric: nulValues, mustBe: 0}")))
                        .advice())
                .contains("Did you mean `nullValues`?");
    }

    // ---- service levels, servers, people ------------------------------------------------------------------------

    @Test
    void readsServiceLevelsWithUnits() {
        DataProduct product = product(odcsWith("""
                slaProperties:
                  - {property: latency, value: 4, unit: d, element: tab1.txn_ref_dt}
                  - {property: retention, value: 3, unit: y}
                  - {property: availability, value: 99.9, unit: percent}
                  - {property: generalAvailability, value: "2022-05-12T09:30:10-08:00"}
                """));

        assertThat(product.serviceLevels())
                .extracting(level -> level.property(), level -> level.normalized())
                .containsExactly(
                        tuple("latency", 4 * 86_400.0),
                        tuple("retention", 3 * 365 * 86_400.0),
                        tuple("availability", 0.999),
                        tuple("generalAvailability", null));
        assertThat(product.retention()).isEqualTo("3 y");
        assertThat(product.terms().startDate()).isEqualTo("2022-05-12");
    }

    @Test
    void readsServersAsOutputPorts() {
        DataProduct product = product(odcsWith("""
                schema: [{name: Orders, physicalName: orders.avro.v1, physicalType: topic}]
                servers:
                  - {server: stream, type: kafka, host: "broker:9092", format: avro}
                  - {server: lake, type: azure, location: "az://data", format: parquet}
                  - {server: disk, type: local, path: ./orders.csv, format: csv}
                  - {server: db, type: postgres, host: localhost, port: 5432, database: shop, schema: public}
                  - {server: http, type: api, location: "https://shop.example"}
                """));

        assertThat(product.outputPorts())
                .extracting(OutputPort::name, OutputPort::kind, OutputPort::format, OutputPort::location)
                .containsExactly(
                        tuple("stream", PortKind.EVENT_STREAM, "avro", "orders.avro.v1"),
                        tuple("lake", PortKind.FILE, "parquet", "az://data"),
                        tuple("disk", PortKind.FILE, "csv", "./orders.csv"),
                        tuple("db", PortKind.SQL, "postgres", "localhost:5432/shop/public"),
                        tuple("http", PortKind.API, null, "https://shop.example"));
        assertThat(product.outputPorts().getFirst().properties())
                .isEqualTo(Map.of("type", "kafka", "host", "broker:9092"));
    }

    @Test
    void rejectsServerWithoutAddress() {
        assertThat(problem("contract.server.location.missing", odcsWith("servers: [{server: a, type: s3}]\n"))
                        .isError())
                .isTrue();
    }

    @Test
    void readsBothFormsOfATeam() {
        assertThat(product(odcsWith("team: [{username: ann, role: dev}, {username: bob, role: Data Owner}]\n"))
                        .owner())
                .isEqualTo(new Owner(null, "bob"));
        assertThat(product(odcsWith(
                                "team: {name: shop, members: [{username: ann, role: owner, dateOut: 2020-01-01}]}\n"))
                        .owner())
                .isEqualTo(new Owner("shop", null));
    }

    @Test
    void understandsSomeCustomProperties() {
        DataProduct product = product(odcsWith("""
                customProperties:
                  - {property: productType, value: aggregate}
                  - {property: classification, value: confidential}
                  - {property: retention, value: 1 year}
                """));

        assertThat(product.type()).isEqualTo(ProductType.AGGREGATE);
        assertThat(product.classification()).isEqualTo("confidential");
        assertThat(product.retention()).isEqualTo("1 year");
        assertThat(product.custom()).containsKey("customProperties");
    }

    @Test
    void takesPurposeUsageAndLimitations() {
        DataProduct product = product(odcsWith("description: {purpose: p, usage: u, limitations: l}\n"));

        assertThat(product.description()).isEqualTo("p");
        assertThat(product.terms().usage()).isEqualTo("u");
        assertThat(product.terms().limitations()).isEqualTo("l");
    }

    @Test
    void refusesVersion2WithTheWayToMigrate() {
        Problem problem = onlyProblem(odcsWith("").replace("v3.1.0", "v2.2.2"));

        assertThat(problem.code()).isEqualTo("contract.api-version.unsupported");
        assertThat(problem.advice()).contains("`quantumName` `dataProduct`");
    }
}
