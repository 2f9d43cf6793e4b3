package io.meshwork.catalog.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Namespaces and names as OpenLineage's specification and its integrations write them. */
class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "kafka://broker.example.com:9092, orders, kafka://broker.example.com/orders",
        "kafka://broker.example.com:9093, Orders.V1, kafka://broker.example.com:9093/Orders.V1",
        "s3://lake, shop/orders, s3://lake/shop/orders",
        "s3a://lake, /shop/orders/, s3://lake/shop/orders",
        "gs://lake, /shop//orders, gs://lake/shop/orders",
        "abfss://gold@lakesales.dfs.core.windows.net, /customer_360, azure://lakesales/gold/customer_360",
        "wasbs://gold@lakesales.blob.core.windows.net, customer_360, azure://lakesales/gold/customer_360",
        "hdfs://namenode:8020, /user/hive/warehouse/t1, hdfs://namenode:8020/user/hive/warehouse/t1",
        "hdfs://namenode/user/hive/warehouse, default.t1, hdfs://namenode/user/hive/warehouse/default.t1",
        "file, /data/orders.csv, file:/data/orders.csv",
        "file://host, /data/orders.csv, file:/data/orders.csv",
        "dbfs://workspace, /mnt/orders, dbfs://workspace/mnt/orders",
        "postgres://db.example.com:5432, shop.public.Orders, postgres://db.example.com/shop.public.orders",
        "postgresql://db:6432, shop.public.orders, postgres://db:6432/shop.public.orders",
        "mysql://db:3306, shop.orders, mysql://db/shop.orders",
        "snowflake://org-account, SHOP.PUBLIC.ORDERS, snowflake://org-account/shop.public.orders",
        "bigquery, project.dataset.table, bigquery:///project.dataset.table",
        "redshift://cluster.eu-west-1:5439, shop.public.orders, redshift://cluster.eu-west-1/shop.public.orders",
        "trino://trino:8080, hive.shop.orders, trino://trino:8080/hive.shop.orders",
        "hive://metastore:9083, default.t1, hive://metastore/default.t1",
        "sqlserver://db:1433, shop.dbo.orders, sqlserver://db/shop.dbo.orders",
        "mssql://db:1433, shop.dbo.[Orders], sqlserver://db/shop.dbo.orders",
        "'sqlserver://db:1433;database=Shop;encrypt=true', dbo.orders, sqlserver://db/shop.dbo.orders",
        "oracle://db:1521, orcl.shop.orders, oracle://db/orcl.shop.orders",
        "arn:aws:glue:eu-west-1:123, table/shop/orders, arn:aws:glue:eu-west-1:123/table/shop/orders",
        "no scheme at all, name, no scheme at all/name"
    })
    void hasOneSpelling(String namespace, String name, String address) {
        assertThat(Address.of(namespace, name).text()).isEqualTo(address);
    }

    @Test
    void isLookedUpWithoutItsServerToo() {
        assertThat(Address.of("kafka://broker:9092", "orders").lookUps())
                .extracting(Address::text)
                .containsExactly("kafka://broker/orders", "topic:orders");
        assertThat(Address.of("bigquery", "p.d.t").lookUps())
                .extracting(Address::text)
                .containsExactly("bigquery:///p.d.t", "table:p.d.t");
    }

    @Test
    void isLookedUpByTheFoldersAboveButNeverByTheWholeBucket() {
        assertThat(Address.of("s3://lake", "shop/orders/day=1").lookUps())
                .extracting(Address::text)
                .containsExactly("s3://lake/shop/orders/day=1", "s3://lake/shop/orders", "s3://lake/shop");
        assertThat(Address.of("file", "/data/orders/part-0").lookUps())
                .extracting(Address::text)
                .containsExactly("file:/data/orders/part-0", "file:/data/orders", "file:/data");
    }

    @Test
    void staysBoundedHoweverDeepThePath() {
        assertThat(Address.of("s3://lake", "a/".repeat(400)).lookUps()).hasSizeLessThan(20);
        assertThat(List.of(Address.of("", ""), Address.of(":", "/"), Address.of("s3:", ""), Address.of("kafka://", "")))
                .allSatisfy(odd -> assertThat(odd.lookUps()).isNotEmpty());
    }
}
