package io.meshwork.contract.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.LifecycleStatus;
import io.meshwork.contract.model.Owner;
import io.meshwork.contract.model.ProductType;
import io.meshwork.contract.model.Terms;
import io.meshwork.contract.read.ContractReader;
import io.meshwork.contract.read.ReadResult;
import io.meshwork.contract.read.ReadResult.Accepted;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OdcsWriterTest {

    private static final String DESCRIPTOR = """
            apiVersion: meshwork.io/v1
            kind: DataProduct
            metadata: {name: orders, domain: cart, team: cart-team, owner: "#cart", title: All Orders, labels: {tier: null, cost: 7}}
            spec:
              description: Orders of the shop
              classification: internal
              terms: {usage: reports, start_date: 2026-01-01, interoperability: [ISO 4217]}
              governance: {retention: 1 year, access_policy: internal}
              inputs: [{source: raw.orders, domain: shop}]
              consumers: [{team: finance, purpose: billing}]
              price: free
              schema:
                - {name: id, type: string, pii: true, note: kept}
                - {name: amount, type: decimal}
              outputs:
                - {name: files, format: csv, location: orders.csv, delimiter: ";"}
                - {name: events, format: kafka, topic: cart.orders, bootstrap_servers: "broker:9092"}
              quality_checks:
                - {name: completeness, threshold: 0.99}
                - {name: validity, column: id, pattern: "^[0-9]+$"}
                - {name: row_count, min: 10, max: 20}
                - {name: timeliness, threshold: 1}
                - {name: positive, metric: sql, query: "select 1", threshold: 1, severity: warning}
            """;

    @Test
    void aDescriptorKeepsWhatTheStandardHasNoWordsFor() {
        DataProduct product = product(DESCRIPTOR);

        DataProduct back = product(OdcsWriter.write(product));

        assertThat(Pointers.without(back)).isEqualTo(Pointers.without(product));
        assertThat(back.custom()).containsEntry("price", "free");
        assertThat(back.consumers())
                .singleElement()
                .satisfies(consumer -> assertThat(consumer.team()).isEqualTo("finance"));
    }

    @Test
    void aDescriptorIsWrittenInTheWordsOfTheStandardWhereItHasThem() {
        String written = OdcsWriter.write(product(DESCRIPTOR));

        assertThat(written)
                .contains("id: cart.orders\n")
                .contains("status: active\n")
                .contains("purpose: Orders of the shop\n")
                .contains("location: orders.csv\n")
                .contains("channel: '#cart'\n");
    }

    @Test
    void editsOfAWrittenContractCountWhenItIsReadAgain() {
        String written = OdcsWriter.write(product(DESCRIPTOR));

        DataProduct edited = product(written.replace("location: orders.csv", "location: s3://north/orders.csv")
                .replace("usage: reports", "usage: anything")
                .replace("mustBeGreaterOrEqualTo: 0.99", "mustBeGreaterOrEqualTo: 0.95"));

        assertThat(edited.outputPorts().getFirst().location()).isEqualTo("s3://north/orders.csv");
        assertThat(edited.terms().usage()).isEqualTo("anything");
        assertThat(edited.qualityChecks().getFirst().threshold().value()).isEqualTo(0.95);
    }

    @Test
    void sectionsOfALaterMinorVersionAreNotLost() {
        DataProduct product = product("""
                apiVersion: v3.7.0
                kind: DataContract
                id: orders
                version: 1.0.0
                status: active
                domain: cart
                novelties: [{name: a}]
                schema: [{name: t, novelty: 1, properties: [{name: a, novelty: {b: 2}}]}]
                """);

        DataProduct back = product(OdcsWriter.write(product));

        assertThat(back).isEqualTo(product);
        assertThat(back.custom()).containsEntry("novelties", List.of(Map.of("name", "a")));
    }

    @Test
    void textThatLooksLikeSomethingElseStaysText() {
        DataProduct product = product("""
                apiVersion: v3.1.0
                kind: DataContract
                id: orders
                version: 1.0.0
                status: active
                domain: cart
                tags: ["1", "1.0", "0x1F", "null", "~", "true", "yes", "2026-01-01", "12:30:45", "- a", "a: b", "#", "", "\\u0007", "é😀"]
                """);

        assertThat(product(OdcsWriter.write(product)).tags()).isEqualTo(product.tags());
        assertThat(OdcsWriter.write(product)).contains("\"yes\"").contains("\"2026-01-01\"");
    }

    @Test
    void refusesAProductThatNoDocumentCouldHold() {
        DataProduct impossible = new DataProduct(
                "No Domain",
                "orders",
                "1.0.0",
                null,
                ProductType.SOURCE,
                LifecycleStatus.PRODUCTION,
                null,
                null,
                new Owner(null, null),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                Terms.NONE,
                Map.of());

        assertThatThrownBy(() -> OdcsWriter.write(impossible))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("No Domain.orders");
    }

    @Test
    void whatPretendsToBeOursIsAProblemAndNoException() {
        ReadResult result = new ContractReader().read("""
                apiVersion: v3.1.0
                kind: DataContract
                id: orders
                version: 1.0.0
                status: active
                domain: cart
                customProperties: [{property: meshwork, value: {consumers: [null], domain: other}}]
                """);

        assertThat(result).isInstanceOf(ReadResult.Refused.class);
        assertThat(((ReadResult.Refused) result).problems())
                .extracting(problem -> problem.code())
                .contains("contract.mesh.invalid", "contract.mesh.domain.unknown");
    }

    private static DataProduct product(String document) {
        ReadResult result = new ContractReader().read(document);
        assertThat(result).isInstanceOf(Accepted.class);
        return ((Accepted) result).product();
    }
}
