package io.meshwork.contract.read;

import static io.meshwork.contract.read.Documents.accepted;
import static io.meshwork.contract.read.Documents.odcsWith;
import static io.meshwork.contract.read.Documents.problem;
import static io.meshwork.contract.read.Documents.product;
import static io.meshwork.contract.read.Documents.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.model.Field;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be wrong with a contract that keeps to the letter of the standard. */
class OdcsChecksTest {

    private static String property(String property) {
        return odcsWith("schema: [{name: t, properties: [{name: a}, " + property + "]}]\n");
    }

    private static Field second(String property) {
        return product(property(property)).schema().getFirst().fields().get(1);
    }

    // ---- what narrows a type ------------------------------------------------------------------------------------

    @Test
    void readsOptionsAndKeyPositionsOfProperties() {
        Field field = second(
                "{name: b, logicalType: string, primaryKey: true, primaryKeyPosition: 1, logicalTypeOptions: {maxLength: 3}}");

        assertThat(field.options()).isEqualTo(Map.of("maxLength", 3));
        assertThat(field.primaryKeyPosition()).isEqualTo(1);
    }

    @Test
    void readsWhatTheItemsOfAnArrayAre() {
        Field field = second(
                "{name: b, logicalType: array, items: {logicalType: string, logicalTypeOptions: {maxLength: 3}}}");

        assertThat(field.items().type()).isEqualTo("string");
        assertThat(field.items().options()).isEqualTo(Map.of("maxLength", 3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{minLength: 5, maxLength: 3} | string | contract.type-options.max-length.empty-range | true",
                "{minimum: 5, maximum: 3.5} | number | contract.type-options.maximum.empty-range | true",
                "{minimum: '2026-01-02', maximum: '2026-01-01'} | date | contract.type-options.maximum.empty-range | true",
                "{minItems: 2, maxItems: 1} | array | contract.type-options.max-items.empty-range | true",
                "{minLength: -1} | string | contract.type-options.min-length.invalid | true",
                "{maxLength: many} | string | contract.type-options.max-length.invalid | true",
                "{multipleOf: 0} | integer | contract.type-options.multiple-of.invalid | true",
                "{pattern: '[a-'} | string | contract.type-options.pattern.invalid | false",
                "{maxLength: 5} | integer | contract.type-options.max-length.unknown | false",
                "{maxLenght: 5} | string | contract.type-options.max-lenght.unknown | false"
            })
    void findsOptionsThatNoValueCanSatisfy(String options, String type, String code, boolean error) {
        Problem problem =
                problem(code, property("{name: b, logicalType: " + type + ", logicalTypeOptions: " + options + "}"));

        assertThat(problem.isError()).isEqualTo(error);
        assertThat(problem.pointer()).startsWith("/schema/0/properties/1/logicalTypeOptions/");
        assertThat(problem.advice()).isNotBlank();
    }

    @Test
    void takesExclusiveBoundsOfBothVersions() {
        assertThat(accepted(
                                property(
                                        "{name: b, logicalType: number, logicalTypeOptions: {maximum: 9, exclusiveMaximum: true}}"))
                        .warnings())
                .noneMatch(problem -> problem.code().contains("options"));
        assertThat(accepted(property("{name: b, logicalType: number, logicalTypeOptions: {exclusiveMaximum: 9}}"))
                        .warnings())
                .noneMatch(problem -> problem.code().contains("options"));
    }

    // ---- names and keys -----------------------------------------------------------------------------------------

    @Test
    void rejectsTwoPropertiesAtOnePlaceOfTheKey() {
        Problem problem = problem("contract.property.primary-key-position.duplicate", odcsWith("""
                        schema:
                          - name: t
                            properties:
                              - {name: a, primaryKey: true, primaryKeyPosition: 1}
                              - {name: b, primaryKey: true, primaryKeyPosition: 1}
                        """));

        assertThat(problem.isError()).isTrue();
        assertThat(problem.message()).contains("`a`");
        assertThat(problem.line()).isEqualTo(12);
    }

    @Test
    void rejectsPropertiesBesideItems() {
        assertThat(refused(property(
                        "{name: b, logicalType: array, items: {logicalType: object}, properties: [{name: c}]}")))
                .extracting(Problem::code)
                .contains("contract.property.properties.misplaced");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "roles: [{role: r}, {role: r}] | contract.role.role.duplicate | true",
                "support: [{channel: c}, {channel: c}] | contract.support.channel.duplicate | false",
                "customProperties: [{property: p, value: 1}, {property: p, value: 2}] | contract.custom-property.property.duplicate | false",
                "slaProperties: [{property: latency, value: 1}, {property: latency, value: 2}] | contract.sla.property.duplicate | false",
                "slaProperties: [{property: availability, value: 250, unit: percent}] | contract.sla.value.unmeasurable | false",
                "servers: [{server: s, type: custom}, {server: s, type: custom}] | contract.server.server.duplicate | true"
            })
    void findsWhatIsThereTwice(String section, String code, boolean error) {
        assertThat(problem(code, odcsWith(section + "\n")).isError()).isEqualTo(error);
    }

    @Test
    void warnsOfRulesThatShareAName() {
        Problem problem = problem(
                "contract.quality.name.duplicate",
                property(
                        "{name: b, quality: [{name: q, metric: nullValues, mustBe: 0}, {name: q, metric: duplicateValues, mustBe: 0}]}"));

        assertThat(problem.pointer()).isEqualTo("/schema/0/properties/1/quality/1/name");
    }

    @Test
    void warnsOfAMemberWhoLeftBeforeJoining() {
        assertThat(problem(
                                "contract.member.date-out.invalid",
                                odcsWith("team: [{username: a, dateIn: 2024-01-02, dateOut: 2024-01-01}]\n"))
                        .isError())
                .isFalse();
    }

    // ---- references ---------------------------------------------------------------------------------------------

    @Test
    void warnsOfARelationshipToWhatIsNotThere() {
        Problem problem = problem("contract.relationship.to.dangling", odcsWith("""
                        schema:
                          - name: orders
                            properties: [{name: customer_id, relationships: [{to: customers.idd}]}]
                          - name: customers
                            properties: [{name: id}]
                        """));

        assertThat(problem.isError()).isFalse();
        assertThat(problem.advice()).startsWith("Did you mean `customers.id`?");
        assertThat(problem.pointer()).isEqualTo("/schema/0/properties/0/relationships/0/to");
    }

    @Test
    void leavesReferencesToOtherDocumentsAlone() {
        assertThat(accepted(
                                property(
                                        "{name: b, relationships: [{to: 'https://example.com/c.yaml#x'}, {to: schema/t/properties/a}]}"))
                        .warnings())
                .noneMatch(problem -> problem.code().endsWith("dangling"));
    }

    @Test
    void rejectsARelationshipWhoseEndsDiffer() {
        assertThat(
                        refused(
                                odcsWith(
                                        "schema: [{name: t, relationships: [{from: [t.a, t.b], to: [t.a]}], properties: [{name: a}, {name: b}]}]\n")))
                .filteredOn(Problem::isError)
                .extracting(Problem::code)
                .containsExactly("contract.relationship.to.unequal");
    }

    @Test
    void warnsOfAServiceLevelForAnElementThatIsNotThere() {
        Problem problem = problem("contract.sla.element.dangling", odcsWith("""
                        schema: [{name: orders, physicalName: orders_v1, properties: [{name: placed_at}]}]
                        slaProperties:
                          - {property: latency, value: 4, unit: d, element: "orders.placed_at, orders_v1.placed_at, orders"}
                          - {property: latency, value: 4, unit: d, element: orders.placed}
                        """));

        assertThat(problem.line()).isEqualTo(11);
        assertThat(problem.message()).contains("`orders.placed`");
    }

    // ---- servers ------------------------------------------------------------------------------------------------

    @Test
    void warnsOfServersThatLackWhatTheStandardRequires() {
        Problem problem = problem(
                "contract.server.schema.missing",
                odcsWith("servers: [{server: s, type: postgres, host: h, port: 5432, database: d}]\n"));

        assertThat(problem.isError()).isFalse();
        assertThat(problem.pointer()).isEqualTo("/servers/0");
    }

    // ---- version 2 ----------------------------------------------------------------------------------------------

    @Test
    void explainsEveryNameThatVersion2Used() {
        List<Problem> problems = refused("""
                apiVersion: v2.2.2
                kind: DataContract
                uuid: 53581432-6c55-4ba2-a65f-72344a91553a
                quantumName: my quantum
                datasetDomain: seller
                dataset:
                  - table: tbl
                    columns:
                      - {column: a, isPrimary: true, isNullable: false}
                      - {column: b, isPrimary: false}
                stakeholders: [{username: ann}]
                """);

        assertThat(problems)
                .extracting(Problem::pointer)
                .containsExactly(
                        "/apiVersion",
                        "/uuid",
                        "/quantumName",
                        "/datasetDomain",
                        "/dataset",
                        "/dataset/0/table",
                        "/dataset/0/columns",
                        "/dataset/0/columns/0/column",
                        "/dataset/0/columns/0/isPrimary",
                        "/dataset/0/columns/0/isNullable",
                        "/stakeholders");
        assertThat(problems).allMatch(Problem::isError);
        assertThat(problems.get(9).advice()).isEqualTo("In version 3 it is `required`, with the opposite value.");
    }
}
