package io.meshwork.contract.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.read.Problem.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the parts of a product to the lines that its author wrote. */
class DocumentPlacesTest {

    private static final String DESCRIPTOR = """
            apiVersion: meshwork.io/v1
            kind: DataProduct
            metadata:
              name: orders
              domain: shop
              owner: shop@example.com
            spec:
              classification: internal
              sla:
                freshness: 1 hour
                availability: "99.9%"
              schema:
                - name: id
                  type: string
                  primary_key: true
                - name: address
                  type: object
                  fields:
                    - {name: city, type: string}
              outputs:
                - {name: events, format: kafka, topic: orders}
                - {name: files, format: csv, location: orders.csv}
              quality_checks:
                - {name: uniqueness, column: id, threshold: 1.0}
              terms:
                end_date: 2030-01-31
            """;

    private static final String ODCS = """
            apiVersion: v3.1.0
            kind: DataContract
            id: 9e0a
            name: orders
            domain: shop
            version: 1.0.0
            status: active
            description:
              purpose: What was ordered
            schema:
              - name: orders
                physicalName: t_orders
                dataGranularityDescription: one order
                properties:
                  - name: id
                    logicalType: string
                    quality:
                      - {metric: nullValues, mustBe: 0}
                  - name: lines
                    logicalType: array
                    items:
                      logicalType: object
                      properties:
                        - name: amount
                          logicalType: number
                          logicalTypeOptions: {minimum: 0}
            servers:
              - server: lake
                type: s3
                location: s3://orders/
            slaProperties:
              - {property: latency, value: null}
              - {property: retention, value: 3, unit: y}
              - {property: endOfLife, value: 2030-01-31}
            """;

    private static final String ODPS = """
            apiVersion: v1.0.0
            kind: DataProduct
            id: 9e0b
            name: orders
            domain: shop
            version: 1.0.0
            status: active
            outputPorts:
              - name: files
                version: 1.0.0
                contractId: 9e0a
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /domain                            | /metadata/domain                | shop
            /version                           | /metadata                       | metadata:
            /classification                    | /spec/classification            | internal
            /owner/contact                     | /metadata/owner                 | shop@example.com
            /schema/0/fields                   | /spec/schema                    | schema:
            /schema/0/fields/0                 | /spec/schema/0                  | name: id
            /schema/0/fields/0/primaryKey      | /spec/schema/0/primary_key      | true
            /schema/0/fields/0/pii             | /spec/schema/0                  | name: id
            /schema/0/fields/1/fields/0/type   | /spec/schema/1/fields/0/type    | string}
            /outputPorts/0/location            | /spec/outputs/0/topic           | orders}
            /outputPorts/1                     | /spec/outputs/1                 | {name: files
            /serviceLevels/0                   | /spec/sla/availability          | "99.9%"
            /qualityChecks/0                   | /spec/quality_checks/0          | {name: uniqueness
            /terms/endDate                     | /spec/terms/end_date            | 2030-01-31
            """)
    void leadsIntoADescriptor(String pointer, String place, String text) {
        assertThat(places(DESCRIPTOR, pointer)).startsWith(place + " " + text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /name                                             | /name                                                                     | orders
            /description                                      | /description/purpose                                                      | What was
            /schema/0/dataGranularity                         | /schema/0/dataGranularityDescription                                      | one order
            /schema/0/fields                                  | /schema/0/properties                                                      | properties:
            /schema/0/fields/0/type                           | /schema/0/properties/0/logicalType                                        | string
            /schema/0/fields/1/fields/0                       | /schema/0/properties/1/items/properties/0                                 | name: amount
            /schema/0/fields/1/fields/0/options/minimum       | /schema/0/properties/1/items/properties/0/logicalTypeOptions/minimum      | 0}
            /outputPorts/0/name                               | /servers/0/server                                                         | lake
            /serviceLevels/0                                  | /slaProperties/1                                                          | {property: retention
            /qualityChecks/0/metric                           | /schema/0/properties/0/quality/0                                          | {metric: nullValues
            /terms/endDate                                    | /slaProperties/2/value                                                    | 2030-01-31
            """)
    void leadsIntoAContractOfTheStandard(String pointer, String place, String text) {
        assertThat(places(ODCS, pointer)).startsWith(place + " " + text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /domain                   | /domain                   | shop
            /outputPorts/0/contractId | /outputPorts/0/contractId | 9e0a
            """)
    void leadsIntoAProductOfTheStandard(String pointer, String place, String text) {
        assertThat(places(ODPS, pointer)).startsWith(place + " " + text);
    }

    @Test
    void leadsIntoJsonAsWell() {
        String json = """
                {"apiVersion": "meshwork.io/v1", "kind": "DataProduct",
                 "metadata": {"name": "orders",
                              "domain": "shop", "owner": "shop"},
                 "spec": {"description": "d", "schema": [], "outputs": [{"name": "a", "format": "csv", "location": "a.csv"}]}}
                """;

        Problem found = locate(json, "/domain");

        assertThat(List.of(found.line(), found.column())).containsExactly(3, 25);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/title",
                "/owner",
                "/custom/price",
                "/schema/7",
                "/schema/x/fields/0",
                "/retention",
                "/terms/usage",
                "/"
            })
    void ratherNamesNoLineThanAWrongOne(String pointer) {
        Problem found = locate(ODCS, pointer);

        assertThat(found).isEqualTo(problem(pointer));
    }

    @Test
    void doesNotLookInTheContractForWhatTheMeshHasPutInItsPlace() {
        String patched = ODCS + """
                customProperties:
                  - property: meshwork
                    value: {terms: {endDate: 2029-01-31}}
                """;

        assertThat(locate(patched, "/terms/endDate").line()).isZero();
    }

    @Test
    void leavesWhatIsAboutTheWholeAsItIs() {
        assertThat(locate(DESCRIPTOR, "")).isEqualTo(problem(""));
    }

    /** The pointer, and how the line goes on from the column; as much of it as is expected. */
    private static String places(String document, String pointer) {
        Problem found = locate(document, pointer);
        String rest = document.lines().toList().get(found.line() - 1).substring(found.column() - 1);
        return found.pointer() + " " + rest;
    }

    private static Problem locate(String document, String pointer) {
        ReadResult.Accepted accepted = (ReadResult.Accepted) new ContractReader().read(document);
        return DocumentPlaces.of(document, accepted.product()).locate(problem(pointer));
    }

    private static Problem problem(String pointer) {
        return new Problem("code", Severity.ERROR, "message", "advice", pointer, 0, 0);
    }
}
