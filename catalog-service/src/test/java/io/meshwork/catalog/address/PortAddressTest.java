package io.meshwork.catalog.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.catalog.product.Contracts;
import io.meshwork.contract.model.DataProduct;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ports of contracts, at the addresses by which jobs name the same data. */
class PortAddressTest {

    @Test
    void aProductIsAnAddressItself() {
        assertThat(texts(descriptor("{name: files, format: csv, location: shop/orders.csv}")))
                .containsExactly("product:shop.orders", "file:/shop/orders.csv");
    }

    @Test
    void filesAreWhereTheyAre() {
        assertThat(addresses("{name: lake, format: delta, location: 'abfss://gold@lake.dfs.core.windows.net/orders/'}"))
                .contains("azure://lake/gold/orders");
        assertThat(addresses("{name: blob, format: json, location: 'https://lake.blob.core.windows.net/gold/orders'}"))
                .contains("azure://lake/gold/orders");
        assertThat(addresses("{name: s3, format: parquet, location: 's3a://lake/orders/year=*/*.parquet'}"))
                .contains("s3://lake/orders");
    }

    @Test
    void aPatternOverAWholeBucketClaimsNothing() {
        assertThat(addresses("{name: all, format: parquet, location: 's3://lake/*.parquet'}"))
                .containsExactly("product:shop.orders");
    }

    @Test
    void aTopicWithItsBrokerIsFoundWithAndWithoutIt() {
        assertThat(addresses("{name: events, format: kafka, location: 'kafka://broker.example.com:9092/shop.orders'}"))
                .contains("kafka://broker.example.com/shop.orders", "name:shop.orders");
        assertThat(addresses("{name: events, format: kafka, topic: shop.orders}"))
                .contains("topic:shop.orders", "name:shop.orders");
        assertThat(addresses("{name: events, format: kafka, topic: orders, bootstrap_servers: 'a:9092,b:9093'}"))
                .contains("kafka://a/orders", "kafka://b:9093/orders");
    }

    @Test
    void tablesOfAServerAreTheContractsSchemas() {
        assertThat(texts(odcs("{server: db, type: postgres, host: db, port: 5432, database: shop, schema: public}")))
                .contains("postgres://db/shop.public.orders", "name:shop.public.orders");
        assertThat(texts(odcs("{server: bq, type: bigquery, project: p, dataset: d}")))
                .contains("bigquery:///p.d.orders");
        assertThat(texts(odcs("{server: sf, type: snowflake, account: ORG-ACC, database: SHOP, schema: PUBLIC}")))
                .contains("snowflake://org-acc/shop.public.orders");
        assertThat(texts(odcs("{server: my, type: mysql, host: db, port: 3306, database: shop}")))
                .contains("mysql://db/shop.orders");
        assertThat(texts(odcs("{server: dbx, type: databricks, catalog: main, schema: shop}")))
                .contains("table:main.shop.orders");
    }

    @Test
    void everyInputIsReadInTheWaysItCanBeMeant() {
        DataProduct product = descriptor(
                "{name: files, format: csv, location: x.csv}",
                "{source: sales.orders}",
                "{source: customers, domain: sales}",
                "{source: bronze.crm.customers, domain: sales}",
                "{source: 's3://lake/raw'}");

        assertThat(InputAddress.of(product))
                .extracting(input -> input.ordinal() + " " + input.rank() + " " + input.address())
                .containsExactly(
                        "0 0 product:sales.orders",
                        "0 1 name:sales.orders",
                        "1 0 product:sales.customers",
                        "1 1 name:customers",
                        "2 0 name:bronze.crm.customers",
                        "3 0 s3://lake/raw");
    }

    private static List<String> addresses(String output) {
        return texts(descriptor(output));
    }

    private static List<String> texts(DataProduct product) {
        return PortAddress.of(product).stream()
                .map(port -> port.address().text())
                .toList();
    }

    private static DataProduct descriptor(String output, String... inputs) {
        String base = Contracts.contract("orders", "1.0.0");
        String document = base.substring(0, base.indexOf("  outputs:")) + "  outputs:\n    - " + output + "\n"
                + (inputs.length == 0 ? "" : "  inputs:\n    - " + String.join("\n    - ", inputs) + "\n");
        return Contracts.read(document).product();
    }

    private static DataProduct odcs(String server) {
        return Contracts.read("""
                        apiVersion: v3.1.0
                        kind: DataContract
                        id: orders
                        name: orders
                        version: 1.0.0
                        status: active
                        domain: shop
                        servers:
                          - %s
                        schema:
                          - {name: orders, properties: [{name: id, logicalType: string}]}
                        """.formatted(server)).product();
    }
}
