package io.meshwork.quality.engine.conformance;

import static io.meshwork.quality.Contracts.aProduct;
import static io.meshwork.quality.Contracts.check;
import static io.meshwork.quality.Contracts.field;
import static io.meshwork.quality.Contracts.noRow;
import static io.meshwork.quality.Contracts.personal;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.quality.Contracts;
import io.meshwork.quality.check.Neighbours;
import io.meshwork.quality.engine.Engine;
import io.meshwork.quality.engine.Engines;
import io.meshwork.quality.engine.Source;
import io.meshwork.quality.engine.duckdb.DuckDbEngine;
import io.meshwork.quality.engine.duckdb.DuckDbEngines;
import io.meshwork.quality.engine.duckdb.DuckDbSettings;
import io.meshwork.quality.examination.Examination;
import io.meshwork.quality.sample.FailedRows;
import io.meshwork.quality.score.CheckScore;
import io.meshwork.quality.score.CheckStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of several formats. */
class ComparedFilesTest extends Compared {

    private static final Map<String, String> FILES =
            Map.of("orders", "orders.csv", "customers", "customers.parquet", "twice", "twice.json");

    @TempDir
    static Path folder;

    private static DuckDbEngines engines;
    private static DuckDbEngine engine;

    @BeforeAll
    static void open() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute(TABLES);
            for (Map.Entry<String, String> file : FILES.entrySet()) {
                statement.execute("copy " + file.getKey() + " to '" + folder.resolve(file.getValue()) + "'");
            }
        }
        engines = new DuckDbEngines(DuckDbSettings.under(folder));
        engine = engines.engine();
    }

    @AfterAll
    static void close() {
        engine.close();
        engines.close();
    }

    @Override
    Contracts at(String table, Contracts contract) {
        return contract.at(FILES.get(table));
    }

    @Override
    Engine<Source> engine() {
        return Engines.ofFiles(engine, "files only");
    }

    private CheckScore against(Contracts customers) {
        DataProduct other =
                customers.dataset("customers", field("id", "integer")).build();
        return new Examination(engine(), (id, version) -> new Neighbours.Found.Known(other))
                .check(orders(), List.of())
                .checks()
                .getFirst();
    }

    private static DataProduct orders() {
        return aProduct()
                .named("shop", "orders")
                .at("orders.csv")
                .schema(personal("name"), field("no", "integer"), field("customer", "number"))
                .with(check(
                        Metric.INCONSISTENT_ROWS,
                        Map.of("reference", Map.of("product", "crm.customers", "fields", List.of("id"))),
                        noRow(),
                        "customer"))
                .build();
    }

    @Test
    void comparesOnlyWithWhatItMay() {
        CheckScore denied = against(aProduct().named("crm", "customers").at("customers.parquet"));

        assertThat(denied.status()).isEqualTo(CheckStatus.NOT_RUN);
        assertThat(denied.message()).contains("`crm.customers` does not let `shop.orders` compare", "`shop`");
        assertThat(against(aProduct()
                                .named("crm", "customers")
                                .at("customers.parquet")
                                .usedBy("team"))
                        .status())
                .as("a team that anyone can claim to be")
                .isEqualTo(CheckStatus.NOT_RUN);
        assertThat(against(aProduct()
                                .named("crm", "customers")
                                .at("customers.parquet")
                                .usedBy("shop"))
                        .rowsFailed())
                .isEqualTo(1);
        assertThat(against(aProduct()
                                .named("crm", "customers")
                                .at("customers.parquet")
                                .usedBy("shop.orders"))
                        .rowsFailed())
                .isEqualTo(1);
        assertThat(against(aProduct()
                                .named("crm", "customers")
                                .at("customers.parquet")
                                .classified("public"))
                        .rowsFailed())
                .isEqualTo(1);
    }

    @Test
    void anOlderVersionDoesNotConsentForTheLatest() {
        DataProduct older = aProduct()
                .named("crm", "customers")
                .at("customers.parquet")
                .usedBy("shop")
                .dataset("customers", field("id", "integer"))
                .build();
        DataProduct latest = aProduct()
                .named("crm", "customers")
                .version("1.0.1")
                .at("customers.parquet")
                .dataset("customers", field("id", "integer"))
                .build();
        Neighbours neighbours = (id, version) -> new Neighbours.Found.Known(version == null ? latest : older);
        DataProduct asking = aProduct()
                .named("shop", "orders")
                .at("orders.csv")
                .schema(field("customer", "number"))
                .with(check(
                        Metric.INCONSISTENT_ROWS,
                        Map.of(
                                "reference",
                                Map.of("product", "crm.customers", "version", "1.0.0", "fields", List.of("id"))),
                        noRow(),
                        "customer"))
                .build();

        assertThat(new Examination(engine(), neighbours)
                        .check(asking, List.of())
                        .checks()
                        .getFirst()
                        .message())
                .contains("does not let `shop.orders` compare");
    }

    @Test
    void anotherVersionOfItselfIsNotItself() {
        assertThat(withItself("1.0.0").status()).isEqualTo(CheckStatus.PASSED);
        assertThat(withItself("1").status()).isEqualTo(CheckStatus.PASSED);
        assertThat(withItself("99.9.9"))
                .satisfies(score -> assertThat(score.status()).isEqualTo(CheckStatus.NOT_RUN))
                .satisfies(score -> assertThat(score.message()).contains("no other product is known here"));
    }

    private CheckScore withItself(String version) {
        DataProduct product = aProduct()
                .named("shop", "orders")
                .version("1.0.0")
                .at("orders.csv")
                .schema(field("customer", "number"))
                .with(check(
                        Metric.INCONSISTENT_ROWS,
                        Map.of("reference", Map.of("version", version, "fields", List.of("customer"))),
                        noRow(),
                        "customer"))
                .build();
        return new Examination(engine(), Neighbours.NONE)
                .check(product, List.of())
                .checks()
                .getFirst();
    }

    @Test
    void otherDataThatCannotBeReadIsNotThisProductsFault() throws IOException {
        Files.writeString(folder.resolve("broken.csv"), "id\n1\n\"2\n");
        Files.writeString(folder.resolve("broken.parquet"), "no parquet");

        for (String file : List.of("broken.csv", "broken.parquet")) {
            CheckScore score = against(aProduct().named("shop", "customers").at(file));
            assertThat(score.status()).as(score.toString()).isEqualTo(CheckStatus.NOT_RUN);
            assertThat(score.message())
                    .contains("cannot be read as its contract says")
                    .doesNotContain(folder.toString());
        }
    }

    @Test
    void dataThatIsElsewhereIsNotComparedWith() {
        Map<String, Object> table = Map.of("host", "db.example.org", "database", "shop", "table", "customers");

        assertThat(against(aProduct().named("shop", "customers").at("../outside.csv"))
                        .message())
                .contains("leads out of the data root");
        assertThat(against(aProduct().named("shop", "customers").at("gone.csv")).message())
                .contains("there is no file gone.csv");
        assertThat(against(aProduct().named("shop", "customers").at(table)).message())
                .contains("compared are two files, or two tables of one connection");
        assertThat(against(aProduct()
                                .named("shop", "customers")
                                .at("twice.json")
                                .dataset("more"))
                        .status())
                .isEqualTo(CheckStatus.ERROR);
    }

    @Test
    void showsRowsWithoutTheOtherDataAndWithPersonalDataMasked() {
        DataProduct other = aProduct()
                .named("shop", "customers")
                .at("customers.parquet")
                .dataset("customers", field("id", "integer"))
                .build();
        Neighbours neighbours = (id, version) -> new Neighbours.Found.Known(other);
        DataProduct masked = aProduct()
                .named("shop", "orders")
                .at("orders.csv")
                .schema(personal("name"), field("no", "integer"), field("customer", "number"))
                .with(
                        check(
                                Metric.INCONSISTENT_ROWS,
                                Map.of("reference", Map.of("product", "shop.customers", "fields", List.of("id"))),
                                noRow(),
                                "customer"),
                        check(Metric.CONSISTENCY, Map.of("expression", "no < 6 || name == \"x\""), noRow(), "no"))
                .build();

        List<FailedRows> samples =
                new Examination(engine(), neighbours).examine(masked, List.of()).samples();

        assertThat(samples.getFirst().rows()).containsExactly(List.of("4.0"));
        assertThat(samples.getLast().columns()).containsExactly("no", "name");
        assertThat(samples.getLast().rows()).containsExactly(List.of("6", FailedRows.MASK));
    }
}
