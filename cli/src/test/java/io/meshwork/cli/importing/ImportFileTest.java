package io.meshwork.cli.importing;

import static io.meshwork.cli.Mesh.mesh;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Mesh;
import io.meshwork.contract.model.Field;
import io.meshwork.contract.read.ContractReader;
import io.meshwork.contract.read.ReadResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportFileTest {

    @TempDir
    private Path folder;

    @Test
    void aCsvFileTellsTypesNullsAndItsKey() throws IOException {
        Path file = write("orders.csv", """
                order_id,customer_email,amount,zip,paid,ordered_on,shipped_at,note
                1,ada@example.com,9.50,01234,true,2026-01-31,2026-02-01T10:00:00Z,
                2,ada@example.com,12,99999,false,2026-02-01,2026-02-01 11:30:00,fragile
                3,bob@example.com,0,00001,true,2026-02-01,,
                """);

        Mesh run = mesh("import", "file", file.toString(), "--domain", "shop");

        ImportedContract contract = ImportedContract.of(run);
        assertThat(contract.product().id()).isEqualTo("shop.orders");
        assertThat(contract.product().version()).isEqualTo("0.1.0");
        assertThat(contract.types())
                .containsExactly(
                        "order_id integer",
                        "customer_email string",
                        "amount number",
                        "zip string",
                        "paid boolean",
                        "ordered_on date",
                        "shipped_at timestamp",
                        "note string");
        assertThat(contract.required()).doesNotContain("shipped_at", "note").hasSize(6);
        assertThat(contract.key()).containsExactly("1 order_id");
        assertThat(contract.field("customer_email").pii()).isTrue();
        assertThat(contract.product().outputPorts()).singleElement().satisfies(port -> {
            assertThat(port.format()).isEqualTo("csv");
            assertThat(port.location()).isEqualTo(file.toString());
        });
        assertThat(run.err())
                .contains("3 rows, 8 columns.", "Taken for the key: order_id", "Still to do:", "customer_email");
    }

    @Test
    void noValueOfTheDataGetsIntoTheContract() throws IOException {
        Path file = write("people.csv", "id,email\n1,secret-one@example.com\n2,secret-two@example.com\n");

        Mesh run = mesh("import", "file", file.toString(), "--domain", "shop");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out() + run.err()).doesNotContain("secret");
    }

    @Test
    void aTypeHoldsOnlyWhenItHoldsForEveryRow() throws IOException {
        String rows = IntStream.range(0, 60_000)
                .mapToObj(i -> i + "," + i + "," + i + "\n")
                .collect(Collectors.joining());
        Path file = write("late.csv", "id,becomes_number,becomes_text\n" + rows + "60000,1.5,n/a\n");

        ImportedContract contract = ImportedContract.of(mesh("import", "file", file.toString(), "--domain", "shop"));

        assertThat(contract.types()).containsExactly("id integer", "becomes_number number", "becomes_text string");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lines.ndjson", "array.json"})
    void jsonTellsWhatIsInsideObjectsAndLists(String name) throws IOException {
        List<String> objects = List.of("""
                {"id":"a","customer":{"name":"Ada","since":"2020-01-01","vip":null},"lines":[{"sku":"x","n":1}],"tags":["q"]}""", """
                {"id":"b","customer":{"name":"Bob","since":"2021-01-01"},"lines":[],"tags":[],"late":1.5}""");
        Path file = write(
                name, name.endsWith("ndjson") ? String.join("\n", objects) : "[" + String.join(",", objects) + "]");

        ImportedContract contract = ImportedContract.of(mesh("import", "file", file.toString(), "--domain", "shop"));

        assertThat(contract.types())
                .containsExactly("id string", "customer object", "lines array", "tags array", "late number");
        assertThat(contract.required()).containsExactly("id", "customer", "lines", "tags");
        assertThat(contract.key()).containsExactly("1 id");
        assertThat(contract.field("customer").fields())
                .filteredOn(Field::required)
                .extracting(Field::name)
                .containsExactly("name", "since");
        assertThat(contract.field("lines").fields())
                .extracting(field -> field.name() + " " + field.type())
                .containsExactly("sku string", "n integer");
    }

    @Test
    void parquetKeepsItsOwnTypes() throws SQLException {
        Path file = folder.resolve("payments.parquet");
        duckDb("COPY (SELECT uuid() AS payment_id, 1.25::DECIMAL(10,2) AS amount, TIMESTAMPTZ '2026-01-01' AS at,"
                + " {'iban': 'x', 'parts': [1, 2]} AS account, MAP {'a': 1} AS extra, 'x'::BLOB AS raw,"
                + " nullif(i, 1) AS sometimes FROM range(3) t(i)) TO '" + file + "' (FORMAT parquet)");

        ImportedContract contract = ImportedContract.of(mesh("import", "file", file.toString(), "--domain", "shop"));

        assertThat(contract.types())
                .containsExactly(
                        "payment_id string",
                        "amount number",
                        "at timestamp",
                        "account object",
                        "extra object",
                        "raw string",
                        "sometimes integer");
        assertThat(contract.field("amount").physicalType()).isEqualTo("DECIMAL(10,2)");
        assertThat(contract.field("payment_id").options()).containsEntry("format", "uuid");
        assertThat(contract.field("account").fields())
                .extracting(field -> field.name() + " " + field.type() + " " + field.classification())
                .containsExactly("iban string PERSONAL.BANK_ACCOUNT", "parts array null");
        assertThat(contract.required()).doesNotContain("sometimes");
        assertThat(contract.key()).containsExactly("1 payment_id");
    }

    @Test
    void columnsMayHaveAnyName() throws IOException {
        Path file = write("odd.csv", """
                "a ""b\""","line
                break",Größe,größe,,"'; DROP TABLE x; --",id,ID
                1,2,3,4,5,6,7,8
                """);

        ImportedContract contract = ImportedContract.of(mesh("import", "file", file.toString(), "--domain", "shop"));

        assertThat(contract.fields()).hasSize(8);
        assertThat(contract.fields())
                .extracting(Field::name)
                .contains("a \"b\"", "line break", "Größe", "'; DROP TABLE x; --", "id");
    }

    @Test
    void twoThousandColumnsBecomeOneContract() throws IOException {
        String header = IntStream.range(0, 2_000).mapToObj(i -> "column_" + i).collect(Collectors.joining(","));
        String row = IntStream.range(0, 2_000).mapToObj(String::valueOf).collect(Collectors.joining(","));
        Path file = write("wide.csv", header + "\n" + row + "\n" + row + "\n");

        ImportedContract contract = ImportedContract.of(mesh("import", "file", file.toString(), "--domain", "shop"));

        assertThat(contract.required()).hasSize(2_000);
        assertThat(contract.field("column_1999").type()).isEqualTo("integer");
    }

    @Test
    void manyKeysInEveryObjectAreColumnsAndManyInsideAreData() throws IOException {
        String keys = IntStream.range(0, 300).mapToObj(i -> "\"k" + i + "\":1").collect(Collectors.joining(","));
        Path wide = write("wide.ndjson", ("{" + keys + "}\n").repeat(3));
        Path map = write("map.ndjson", ("{\"id\":\"a\",\"visits\":{" + keys + "}}\n").repeat(3));

        ImportedContract columns = ImportedContract.of(mesh("import", "file", wide.toString(), "--domain", "shop"));
        ImportedContract data = ImportedContract.of(mesh("import", "file", map.toString(), "--domain", "shop"));

        assertThat(columns.required()).hasSize(300);
        assertThat(data.types()).containsExactly("id string", "visits object");
        assertThat(data.field("visits").fields()).isEmpty();
    }

    @Test
    void aFirstRowOfDataIsNeverTakenForNames() throws IOException {
        Path mixed = write("mixed.csv", "1,secret-one@example.com\n2,secret-two@example.com\n");
        Path texts = write("texts.csv", "secret-one@example.com,Ada\nsecret-two@example.com,Bob\n");
        Path years = write("years.csv", "2019,2020\n1,2\n3,4\n");
        Path ragged = write("ragged-header.csv", "a,b\n1,2\nsecret,4,5\n");
        Path title = write("title.csv", "My report\nid,name\n1,secret\n2,secret\n");

        for (Path file : List.of(mixed, texts, years, ragged, title)) {
            Mesh run = mesh("import", "file", file.toString(), "--domain", "shop");

            assertThat(run.exitCode()).as(run.out()).isEqualTo(ExitCode.REFUSED);
            assertThat(run.err()).doesNotContain("secret");
        }
        assertThat(ImportedContract.of(mesh("import", "file", years.toString(), "--domain", "shop", "--header"))
                        .types())
                .containsExactly("2019 integer", "2020 integer");
    }

    @Test
    void aFileWithAHeaderAndNoRowsPromisesNothing() throws IOException {
        Mesh run = mesh("import", "file", write("new.csv", "id,name\n").toString(), "--domain", "shop");

        ImportedContract contract = ImportedContract.of(run);
        assertThat(contract.types()).containsExactly("id string", "name string");
        assertThat(contract.required()).isEmpty();
        assertThat(contract.product().qualityChecks()).isEmpty();
        assertThat(run.err()).contains("Without rows nothing is known");
    }

    @Test
    void whatIsNoSuchFileIsRefusedWithAReason() throws IOException {
        byte[] noise = new byte[10_000];
        Arrays.fill(noise, (byte) 0xFE);
        Path parquet = Files.write(folder.resolve("noise.parquet"), noise);
        Path json = write("noise.json", "{\"a\": 1}\n{broken\n");
        Path numbers = write("numbers.json", "[1, 2, 3]");
        Path nothing = write("nothing.json", "[]");
        Path sameKeys = write("same.json", "{\"b\": {\"X\": 1, \"x\": 2}}");
        Path empty = write("empty.csv", "");
        Path latin = Files.write(
                folder.resolve("latin.csv"), "id,name\n1,Ren\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        Path ragged = write("ragged.csv", "a,b\n1,2\n" + "3,4\n".repeat(30_000) + "5,6,7\n");

        for (Path file : List.of(parquet, json, numbers, nothing, sameKeys, empty, latin, ragged)) {
            Mesh run = mesh("import", "file", file.toString(), "--domain", "shop");

            assertThat(run.exitCode()).as(file + ": " + run.out() + run.err()).isEqualTo(ExitCode.REFUSED);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains(file.toString()).doesNotContain("\tat ");
        }
    }

    @Test
    void whatCannotBeAskedIsAUsageError() throws IOException {
        Path file = write("orders.csv", "id\n1\n");
        List<List<String>> wrong = List.of(
                List.of(folder.resolve("gone.csv").toString(), "--domain", "shop"),
                List.of(folder.toString(), "--domain", "shop", "--file-format", "csv"),
                List.of(write("a.dat", "x").toString(), "--domain", "shop"),
                List.of(write("a[1].csv", "x").toString(), "--domain", "shop"),
                List.of(file.toString()),
                List.of(file.toString(), "--domain", "My Shop"),
                List.of(file.toString(), "--domain", "shop", "--name", "Ü"),
                List.of(file.toString(), "--domain", "shop", "--version", "1"),
                List.of(file.toString(), "--domain", "shop", "--file-format", "xml"));

        for (List<String> arguments : wrong) {
            List<String> all = new ArrayList<>(List.of("import", "file"));
            all.addAll(arguments);

            Mesh run = mesh(all.toArray(String[]::new));

            assertThat(run.exitCode()).as(all + run.err()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).isNotBlank();
        }
    }

    @Test
    void writesToAFileButNeverOverOneUnasked() throws IOException {
        Path file = write("orders.csv", "id\n1\n");
        Path target = folder.resolve("orders.odcs.yaml");
        String[] arguments = {
            "import",
            "file",
            file.toString(),
            "--domain",
            "shop",
            "--name",
            "all-orders",
            "--version",
            "2.0.0",
            "--owner",
            "Team Cart",
            "--output",
            target.toString()
        };

        assertThat(mesh(arguments).out()).contains(target + " written.");
        assertThat(new ContractReader().read(Files.readString(target)))
                .isInstanceOfSatisfying(ReadResult.Accepted.class, accepted -> {
                    assertThat(accepted.product().id()).isEqualTo("shop.all-orders");
                    assertThat(accepted.product().version()).isEqualTo("2.0.0");
                    assertThat(accepted.product().owner().team()).isEqualTo("Team Cart");
                });
        Files.writeString(target, "mine");
        assertThat(mesh(arguments).exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(target).hasContent("mine");
        List<String> forced = new ArrayList<>(List.of(arguments));
        forced.add("--force");
        assertThat(mesh(forced.toArray(String[]::new)).exitCode()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(target)).startsWith("apiVersion: v3.1.0");
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static void duckDb(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
