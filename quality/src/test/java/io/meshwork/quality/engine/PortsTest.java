package io.meshwork.quality.engine;

import static io.meshwork.quality.Contracts.aProduct;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.model.PortKind;
import io.meshwork.quality.Contracts;
import io.meshwork.quality.engine.Ports.Place;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    private static Place find(Contracts contract) {
        return Ports.find(contract.build(), "orders");
    }

    private static String reason(Contracts contract) {
        return ((Place.Nowhere) find(contract)).reason();
    }

    @Test
    void takesTheFirstFilePortThatCanBeRead() {
        Place place = find(aProduct()
                .port("stream", PortKind.EVENT_STREAM, "avro", "orders")
                .port("lake", PortKind.FILE, "delta", "abfss://gold@lake/orders")
                .port("export", PortKind.FILE, "csv", "orders.csv")
                .port("other", PortKind.FILE, "parquet", "orders.parquet"));

        assertThat(place).isEqualTo(new Place.At(new DataFile("orders.csv", FileFormat.CSV, null)));
    }

    @Test
    void acceptsFileUrl() {
        assertThat(find(aProduct().port("export", PortKind.FILE, "json", "file:orders.json")))
                .isInstanceOf(Place.At.class);
    }

    @Test
    void tellsFormatByEndingWhenThePortDoesNotSay() {
        assertThat(find(aProduct().port("export", PortKind.FILE, null, "orders.ndjson")))
                .isEqualTo(new Place.At(new DataFile("orders.ndjson", FileFormat.JSON, null)));
    }

    @Test
    void saysThatRemoteDataIsNotReachable() {
        assertThat(reason(aProduct().port("lake", PortKind.FILE, "parquet", "abfss://gold@lake/orders")))
                .startsWith("abfss: is not reachable from here: port `lake`");
    }

    @Test
    void saysWhichPortsThereAreInstead() {
        assertThat(reason(aProduct().port("api", PortKind.API, "rest", "https://orders.example.org")))
                .contains("no file output port, only api");
    }

    @Test
    void saysThatTheFormatCannotBeChecked() {
        assertThat(reason(aProduct().port("export", PortKind.FILE, "xlsx", "orders.xlsx")))
                .contains("the format `xlsx`");
    }

    @Test
    void givesEachOfSeveralDatasetsItsOwnFile() {
        Contracts contract = aProduct()
                .dataset("customers")
                .dataset("orders")
                .port("customers", PortKind.FILE, "csv", "a.csv")
                .port("export", PortKind.FILE, "csv", "folder/orders.csv");

        assertThat(find(contract)).isEqualTo(new Place.At(new DataFile("folder/orders.csv", FileFormat.CSV, null)));
    }

    @Test
    void doesNotMeasureOneDatasetOnTheFileOfAnother() {
        assertThat(reason(aProduct().dataset("customers").dataset("orders").at("customers.csv")))
                .contains("2 datasets", "`orders`");
    }

    private static final Map<String, Object> SHOP =
            Map.of("host", "db.example.org", "port", "6432", "database", "shop", "schema", "sales");

    private static Place table(String schema, String name, int port) {
        return new Place.At(new DataTable(new Database("db.example.org", port, "shop"), schema, name));
    }

    @Test
    void findsTheTableThatIsNamedLikeTheDataset() {
        assertThat(find(aProduct().schema().at(SHOP))).isEqualTo(table("sales", "orders", 6432));
    }

    @Test
    void findsTheTableThatThePortNames() {
        Map<String, Object> port =
                Map.of("host", "db.example.org", "database", "shop", "table", "\"Sales 1\".\"o\"\"x\"");

        assertThat(find(aProduct().schema().at(port))).isEqualTo(table("Sales 1", "o\"x", 5432));
    }

    @Test
    void readsAddressesOfJdbcWithoutTheirSecrets() {
        assertThat(find(aProduct()
                        .port(
                                "db",
                                PortKind.SQL,
                                null,
                                "jdbc:postgresql://db.example.org/shop?password=hunter2&currentSchema=sales")))
                .isEqualTo(table("sales", "orders", 5432));
        assertThat(reason(
                        aProduct().port("db", PortKind.SQL, null, "jdbc:postgresql://me:hunter2@db.example.org/shop")))
                .doesNotContain("hunter2");
    }

    @Test
    void takesFilesBeforeTablesUnlessThePortSaysOtherwise() {
        Map<String, Object> chosen = Map.of(
                "host", "db.example.org",
                "database", "shop",
                "customProperties", List.of(Map.of("property", "measured", "value", true)));

        assertThat(find(aProduct().at(SHOP).at("orders.csv")))
                .isEqualTo(new Place.At(new DataFile("orders.csv", FileFormat.CSV, null)));
        assertThat(find(aProduct().at("orders.csv").at(chosen))).isEqualTo(table("public", "orders", 5432));
        assertThat(find(aProduct()
                        .port("lake", PortKind.FILE, "parquet", "abfss://gold@lake/orders")
                        .at(SHOP)))
                .isEqualTo(table("sales", "orders", 6432));
    }

    @Test
    void doesNotMeasureOneDatasetOnTheTableOfAnother() {
        Contracts contract = aProduct().dataset("customers").dataset("orders");

        assertThat(find(contract.at(SHOP))).isEqualTo(table("sales", "orders", 6432));
        assertThat(reason(aProduct()
                        .dataset("customers")
                        .dataset("orders")
                        .at(Map.<String, Object>of("host", "h", "database", "d", "table", "customers"))))
                .contains("`customers`", "`orders`");
    }

    @Test
    void saysWhichDatabasesCanBeChecked() {
        assertThat(reason(aProduct().port("warehouse", PortKind.SQL, "snowflake", "account/db/schema")))
                .contains("port `warehouse` is a table of snowflake; tables of PostgreSQL can be checked");
        assertThat(reason(aProduct().port("db", PortKind.SQL, "postgresql", "orders")))
                .contains("write `host` and `database`");
    }

    private static Place topic(String name, RecordFormat format, String... brokers) {
        return new Place.At(new DataTopic(List.of(brokers), name, format, WindowWish.NONE));
    }

    private static Contracts stream(String format, String location, Map<String, Object> properties) {
        return aProduct().stream(format, location, properties);
    }

    @Test
    void findsTheTopicThatThePortNames() {
        assertThat(find(stream("avro", "shop.orders", Map.of()))).isEqualTo(topic("shop.orders", RecordFormat.AVRO));
        assertThat(find(stream("kafka", "kafka://a:9092,b/shop.orders", Map.of())))
                .isEqualTo(topic("shop.orders", RecordFormat.ANY, "a:9092", "b"));
        assertThat(find(stream("json", "a:9092", Map.of("type", "kafka", "host", "a:9092", "topic", "shop.orders"))))
                .isEqualTo(topic("shop.orders", RecordFormat.JSON, "a:9092"));
        assertThat(find(stream(null, "shop.orders", Map.of("bootstrap_servers", "PLAINTEXT://a:9092, b:9092"))))
                .isEqualTo(topic("shop.orders", RecordFormat.ANY, "a:9092", "b:9092"));
    }

    @Test
    void findsTheTopicThatIsNamedLikeTheDataset() {
        assertThat(find(stream("json", "a", Map.of("type", "kafka", "host", "a"))
                        .schema()))
                .isEqualTo(topic("orders", RecordFormat.JSON, "a"));
    }

    @Test
    void takesTopicsAfterFilesAndTablesUnlessThePortSaysOtherwise() {
        assertThat(find(stream("avro", "orders", Map.of()).at(SHOP))).isEqualTo(table("sales", "orders", 6432));
        assertThat(find(stream("avro", "orders", Map.of("measured", true)).at("orders.csv")))
                .isEqualTo(topic("orders", RecordFormat.AVRO));
    }

    @Test
    void narrowsTheWindowAsThePortAsks() {
        Map<String, Object> window = Map.of(
                "windowRecords",
                5000,
                "customProperties",
                List.of(
                        Map.of("property", "windowAge", "value", "24 h"),
                        Map.of("property", "latestPerKey", "value", true)));

        assertThat(find(stream("avro", "orders", window)))
                .isEqualTo(new Place.At(new DataTopic(
                        List.of(), "orders", RecordFormat.AVRO, new WindowWish(5000L, Duration.ofDays(1), true))));
        assertThat(reason(stream("avro", "orders", Map.of("windowAge", "some time"))))
                .contains("port `stream` asks for a window that cannot be understood", "24h");
    }

    @Test
    void saysWhichStreamsCanBeChecked() {
        assertThat(reason(stream("json", "orders", Map.of("type", "kinesis")))).contains("is a stream of kinesis");
        assertThat(reason(stream(null, "pulsar://p/orders", Map.of()))).contains("is a stream of pulsar");
        assertThat(reason(stream("protobuf", "orders", Map.of()))).contains("`protobuf`; avro and json can be checked");
        assertThat(reason(stream("json", "../orders", Map.of()))).contains("which none can be called");
        assertThat(reason(stream("json", "kafka://me:hunter2@a/orders", Map.of())))
                .contains("write kafka://broker:9092/topic")
                .doesNotContain("hunter2");
    }
}
