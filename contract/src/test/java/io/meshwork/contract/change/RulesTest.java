package io.meshwork.contract.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule: one edit of a contract, and how the only change it makes is classified. */
class RulesTest {

    private static final String NEW_FIELD =
            "{\"name\": \"more\", \"type\": \"string\", \"required\": %s, \"unique\": false, \"primaryKey\": %s, \"pii\": %s}";

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # product
            set    | /domain         | "mall"        | changed   | breaking | domain
            set    | /name           | "sales"       | changed   | breaking | name
            set    | /title          | "All orders"  | reworded  | safe     | title
            remove | /title          |               | reworded  | safe     | title
            set    | /description    | "Each order"  | reworded  | safe     | description
            set    | /type           | "source"      | changed   | risky    | type
            set    | /classification | "secret"      | changed   | breaking | classification
            remove | /classification |               | removed   | breaking | classification
            set    | /accessPolicy   | "ask"         | changed   | risky    | accessPolicy
            remove | /accessPolicy   |               | removed   | risky    | accessPolicy
            set    | /retention      | "5 years"     | loosened  | risky    | retention
            set    | /retention      | "10 years"    | tightened | safe     | retention
            set    | /retention      | "2555 days"   | reworded  | safe     | retention
            set    | /retention      | "as long as we can" | changed | risky | retention
            remove | /retention      |               | removed   | risky    | retention
            set    | /owner/team     | "new-team"    | changed   | safe     | owner.team
            remove | /owner/contact  |               | removed   | safe     | owner.contact
            set    | /tags/-         | "new"         | added     | safe     | tags.new
            remove | /tags/0         |               | removed   | safe     | tags.gold
            # life cycle
            set    | /status         | "retired"     | changed   | breaking | status
            set    | /status         | "development" | changed   | breaking | status
            set    | /status         | "testing"     | changed   | breaking | status
            set    | /status         | "deprecated"  | changed   | risky    | status
            # datasets
            set    | /schema/-       | {"name": "new", "fields": []} | added | safe | new
            remove | /schema/1       |               | removed   | breaking | returns
            set    | /schema/1/name  | "reversals"   | renamed   | breaking | reversals
            set    | /schema/0/physicalName | "t_o"  | renamed   | breaking | orders.physicalName
            remove | /schema/0/physicalName |        | renamed   | breaking | orders.physicalName
            set    | /schema/1/physicalName | "returns" | reworded | safe   | returns.physicalName
            set    | /schema/0/description  | "Order"   | reworded | safe   | orders.description
            set    | /schema/0/dataGranularity | "order line" | changed | risky | orders.dataGranularity
            remove | /schema/0/dataGranularity |     | removed   | risky    | orders.dataGranularity
            set    | /schema/1/dataGranularity | "return" | added | safe  | returns.dataGranularity
            # fields
            remove | /schema/0/fields/2      |         | removed  | breaking | orders.amount
            remove | /schema/0/fields/3/fields/0 |     | removed  | breaking | orders.address.city
            set    | /schema/0/fields/0/name | "number"  | renamed | risky  | orders.number
            set    | /schema/0/fields/2/name | "total"   | renamed | breaking | orders.total
            set    | /schema/0/fields/3/fields/0/name | "town" | renamed | breaking | orders.address.town
            set    | /schema/0/fields/0/physicalName | "oid"   | renamed | breaking | orders.id.physicalName
            set    | /schema/0/fields/1/physicalName | "email" | reworded | safe | orders.email.physicalName
            set    | /schema/0/fields/2/type | "integer" | changed | breaking | orders.amount.type
            remove | /schema/0/fields/2/type |           | removed | breaking | orders.amount.type
            set    | /schema/0/fields/3/fields/0/type | "integer" | changed | breaking | orders.address.city.type
            set    | /schema/0/fields/0/physicalType | "varchar(30)" | loosened  | risky    | orders.id.physicalType
            set    | /schema/0/fields/0/physicalType | "varchar(10)" | tightened | breaking | orders.id.physicalType
            set    | /schema/0/fields/0/physicalType | "uuid"        | changed   | breaking | orders.id.physicalType
            set    | /schema/0/fields/0/physicalType | "VARCHAR (20)" | reworded | safe     | orders.id.physicalType
            remove | /schema/0/fields/0/physicalType |               | removed   | risky    | orders.id.physicalType
            set    | /schema/0/fields/1/physicalType | "text"        | added     | safe     | orders.email.physicalType
            set    | /schema/0/fields/1/description | "Buyer" | reworded | safe      | orders.email.description
            set    | /schema/0/fields/1/required   | true  | tightened | risky     | orders.email.required
            set    | /schema/0/fields/0/required   | false | loosened  | breaking  | orders.id.required
            set    | /schema/0/fields/1/unique     | true  | tightened | risky     | orders.email.unique
            set    | /schema/0/fields/0/unique     | false | loosened  | breaking  | orders.id.unique
            set    | /schema/0/fields/1/primaryKey | true  | tightened | breaking  | orders.email.primaryKey
            set    | /schema/1/fields/0/primaryKey | true  | tightened | risky     | returns.order.primaryKey
            set    | /schema/0/fields/0/primaryKey | false | loosened  | breaking  | orders.id.primaryKey
            set    | /schema/0/fields/2/pii        | true  | changed   | breaking  | orders.amount.pii
            set    | /schema/0/fields/1/pii        | false | changed   | breaking  | orders.email.pii
            set    | /schema/0/fields/1/classification | "public"   | changed  | breaking | orders.email.classification
            remove | /schema/0/fields/1/classification |            | removed  | breaking | orders.email.classification
            set    | /schema/0/fields/2/classification | "internal" | reworded | safe     | orders.amount.classification
            set    | /schema/0/fields/2/tags/-     | "money" | added   | safe      | orders.amount.tags.money
            # what values a field may have
            set    | /schema/0/fields/1/options/pattern   | "x" | changed   | breaking | orders.email.pattern
            set    | /schema/0/fields/1/options/maxLength | 60  | tightened | breaking | orders.email.maxLength
            set    | /schema/0/fields/1/options/maxLength | 99  | loosened  | risky    | orders.email.maxLength
            set    | /schema/0/fields/1/options/minLength | 3   | added     | risky    | orders.email.minLength
            remove | /schema/0/fields/1/options/pattern   |     | removed   | risky    | orders.email.pattern
            # items of arrays
            set    | /schema/1/fields/1/items/type            | "number" | changed   | breaking | returns.lines.items.type
            set    | /schema/1/fields/1/items/options/minimum | 2        | tightened | breaking | returns.lines.items.minimum
            set    | /schema/1/fields/1/items/required        | false    | loosened  | breaking | returns.lines.items.required
            remove | /schema/1/fields/1/items                 |          | removed   | breaking | returns.lines.items
            set    | /schema/1/fields/0/items                 | {"name": "", "type": "string"} | added | risky | returns.order.items
            set    | /schema/0/fields/0/primaryKeyPosition    | 2        | changed   | risky    | orders.id.primaryKeyPosition
            # output ports
            set    | /outputPorts/0/version    | "2.2.0" | changed | safe     | files.version
            set    | /outputPorts/0/version    | "3.0.0" | changed | breaking | files.version
            set    | /outputPorts/0/contractId | "c-9"   | changed | risky    | files.contractId
            remove | /outputPorts/1          |           | removed | breaking | events
            set    | /outputPorts/-          | {"name": "api", "kind": "api", "properties": {}} | added | safe | api
            set    | /outputPorts/0/name     | "lake"    | renamed | risky    | lake
            set    | /outputPorts/0/kind     | "sql"     | changed | breaking | files.kind
            set    | /outputPorts/0/format   | "csv"     | changed | breaking | files.format
            set    | /outputPorts/0/location | "s3://x"  | changed | breaking | files.location
            remove | /outputPorts/0/location |           | removed | breaking | files.location
            set    | /outputPorts/0/description | "x"    | reworded | safe    | files.description
            set    | /outputPorts/0/properties/host | "sea" | changed | breaking | files.host
            remove | /outputPorts/0/properties/team |     | removed | risky    | files.team
            set    | /outputPorts/0/properties/port | 1   | added   | safe     | files.port
            # input ports
            set    | /inputPorts/-        | {"source": "pay.bills"} | added | safe | pay.bills
            remove | /inputPorts/0        |       | removed | risky | crm.customers
            set    | /inputPorts/0/domain | "new" | changed | risky | crm.customers.domain
            set    | /inputPorts/1/domain | "web" | added   | safe  | web.carts.domain
            set    | /inputPorts/0/version    | "2.0.0" | changed | risky | crm.customers.version
            set    | /inputPorts/0/contractId | "c-9"   | changed | risky | crm.customers.contractId
            # service levels
            set    | /serviceLevels/-       | {"property": "frequency", "value": "1 d", "normalized": 86400} | added | safe | frequency
            remove | /serviceLevels/0       |             | removed   | risky | latency
            set    | /serviceLevels/0       | {"property": "latency", "value": "2 hours", "normalized": 7200} | loosened  | risky | latency
            set    | /serviceLevels/0       | {"property": "latency", "value": "30", "unit": "min", "normalized": 1800} | tightened | safe | latency
            set    | /serviceLevels/0       | {"property": "latency", "value": "60 minutes", "normalized": 3600} | reworded | safe | latency
            set    | /serviceLevels/0       | {"property": "latency", "value": "soon"} | changed | risky | latency
            set    | /serviceLevels/0       | {"property": "latency", "value": "4000", "normalized": 4000} | changed | risky | latency
            set    | /serviceLevels/1       | {"property": "availability", "value": "99%", "normalized": 0.99, "element": "orders"} | loosened | risky | availability.orders
            set    | /serviceLevels/1       | {"property": "availability", "value": "0.9995", "normalized": 0.9995, "element": "orders"} | tightened | safe | availability.orders
            # quality checks
            remove | /qualityChecks/1                    |     | removed   | risky | valid_amount
            set    | /qualityChecks/-                    | {"name": "new", "dataset": "returns", "metric": "row_count", "dimension": "coverage", "threshold": {"operator": "greater", "value": 0}, "severity": "error", "pointer": ""} | added | risky | new
            set    | /qualityChecks/-                    | {"name": "new", "dataset": "returns", "metric": "row_count", "dimension": "coverage", "threshold": {"operator": "greater", "value": 0}, "severity": "warning", "pointer": ""} | added | safe | new
            set    | /qualityChecks/1/name               | "amounts" | renamed | safe | amounts
            set    | /qualityChecks/1/threshold/value    | 4.0 | tightened | safe  | valid_amount.threshold
            set    | /qualityChecks/1/threshold/value    | 6.0 | loosened  | risky | valid_amount.threshold
            set    | /qualityChecks/1/threshold/percent  | false | changed | risky | valid_amount.threshold
            set    | /qualityChecks/0/threshold/operator | "not_between" | changed | risky | rows.threshold
            set    | /qualityChecks/0/threshold/upper    | 900.0 | tightened | safe | rows.threshold
            set    | /qualityChecks/0/severity           | "error"   | tightened | risky | rows.severity
            set    | /qualityChecks/1/severity           | "warning" | loosened  | risky | valid_amount.severity
            set    | /qualityChecks/1/metric             | "validity" | changed  | risky | valid_amount.metric
            set    | /qualityChecks/1/dimension          | "accuracy" | changed  | safe  | valid_amount.dimension
            set    | /qualityChecks/2/query              | "select 1" | changed  | risky | sum.query
            set    | /qualityChecks/2/dataset            | "returns"  | changed  | risky | sum.dataset
            set    | /qualityChecks/2/fields             | ["id"]     | changed  | risky | sum.fields
            set    | /qualityChecks/1/arguments/validValues | [1, 2]       | tightened | breaking | valid_amount.validValues
            set    | /qualityChecks/1/arguments/validValues | [1, 2, 3, 4] | loosened  | risky    | valid_amount.validValues
            set    | /qualityChecks/1/arguments/validValues | [1, 2, 4]    | changed   | breaking | valid_amount.validValues
            set    | /qualityChecks/1/arguments/pattern     | "x"          | added     | risky    | valid_amount.pattern
            # consumers and terms
            set    | /consumers/-          | {"team": "new"} | added   | safe  | new
            remove | /consumers/0          |                 | removed | risky | finance
            set    | /consumers/0/purpose  | "Audits"        | changed | safe  | finance.purpose
            set    | /consumers/0/contact  | "x@example.org" | changed | safe  | finance.contact
            set    | /terms/usage          | "Reports"       | changed | risky | terms.usage
            set    | /terms/limitations    | "None abroad"   | changed | risky | terms.limitations
            remove | /terms/limitations    |                 | removed | safe  | terms.limitations
            set    | /terms/startDate      | "2026-02-01"    | tightened | risky | terms.startDate
            set    | /terms/startDate      | "2025-02-01"    | loosened  | safe  | terms.startDate
            set    | /terms/endDate        | "2027-06-30"    | tightened | risky | terms.endDate
            remove | /terms/endDate        |                 | loosened  | safe  | terms.endDate
            set    | /terms/noticePeriod   | "P30D"          | loosened  | risky | terms.noticePeriod
            remove | /terms/noticePeriod   |                 | loosened  | risky | terms.noticePeriod
            set    | /terms/noticePeriod   | "P6M"           | tightened | safe  | terms.noticePeriod
            set    | /terms/reviewDate     | "2027-09-01"    | changed   | safe  | terms.reviewDate
            set    | /terms/interoperability/- | "new"       | added   | safe  | terms.interoperability.new
            remove | /terms/interoperability/0 |             | removed | risky | terms.interoperability.iso-4217
            # what is beyond the model
            set    | /custom/note/a  | 2     | changed | safe | custom.note.a
            remove | /custom/note/a  |       | removed | safe | custom.note.a
            set    | /custom/note/c  | null  | added   | safe | custom.note.c
            set    | /custom/links/1/type | "repo" | changed | safe | custom.links.https://b.example.type
            remove | /custom/links/0 |       | removed | safe | custom.links.https://a.example
            """)
    void classifies(String edit, String pointer, String value, String kind, String impact, String path) {
        Model before = Model.everything();
        Model after = edit.equals("set") ? before.set(pointer, value) : before.remove(pointer);

        List<Change> changes = ContractChanges.between(before.read(), after.read());

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.kind().text()).as("kind of %s", change).isEqualTo(kind);
            assertThat(change.impact().text()).as("impact of %s", change).isEqualTo(impact);
            assertThat(change.path()).endsWith(path);
            assertThat(change.reason()).matches("\\S.+\\.").doesNotContainPattern("[{}]|\\bnull\\b");
        });
    }

    @ParameterizedTest(name = "required {0}, key {1}, personal {2}: {3}")
    @CsvSource({
        "false, false, false, SAFE",
        "true,  false, false, RISKY",
        "false, false, true,  RISKY",
        "false, true,  false, BREAKING"
    })
    void aNewFieldIsSafeUnlessItAsksForSomething(String required, String key, String pii, Impact impact) {
        Model before = Model.everything();
        Model after = before.set("/schema/0/fields/-", NEW_FIELD.formatted(required, key, pii));

        assertThat(ContractChanges.between(before.read(), after.read()))
                .singleElement()
                .satisfies(change -> assertThat(change.impact()).isEqualTo(impact))
                .satisfies(change -> assertThat(change.path()).isEqualTo("orders.more"));
    }
}
