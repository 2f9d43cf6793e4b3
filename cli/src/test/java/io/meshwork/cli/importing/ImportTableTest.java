package io.meshwork.cli.importing;

import static io.meshwork.cli.Mesh.mesh;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Mesh;
import io.meshwork.contract.model.Field;
import io.meshwork.contract.model.OutputPort;
import io.meshwork.contract.model.PortKind;
import io.meshwork.messaging.testkit.TestPlatform;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportTableTest {

    private static final String DATABASE = TestPlatform.freshDatabase();

    @Test
    void aTableOfPostgresqlTellsTypesKeysReferencesAndComments() throws SQLException {
        sql("""
                create schema shop;
                create type shop.state as enum ('new', 'it''s paid');
                create domain shop.mail as varchar(100);
                create table shop.customers(id uuid primary key);
                create table shop.orders(
                  tenant int, number bigint generated always as identity, customer uuid not null references shop.customers,
                  email shop.mail, code varchar(8) unique, amount numeric(10,2) not null default 0, count numeric(5),
                  state shop.state, tags text[], body jsonb, paid boolean, day date, at timestamptz default now(),
                  raw bytea, primary key (number, tenant));
                comment on table shop.orders is 'What was ordered';
                comment on column shop.orders.amount is 'In EUR';
                create unique index on shop.orders(day) where paid;
                """);

        Mesh run = mesh("import", "table", DATABASE, "shop.orders", "--domain", "shop");

        ImportedContract contract = ImportedContract.of(run);
        assertThat(contract.product().id()).isEqualTo("shop.orders");
        assertThat(contract.product().schema().getFirst().description()).isEqualTo("What was ordered");
        assertThat(contract.types())
                .containsExactly(
                        "tenant integer",
                        "number integer",
                        "customer string",
                        "email string",
                        "code string",
                        "amount number",
                        "count integer",
                        "state string",
                        "tags array",
                        "body object",
                        "paid boolean",
                        "day date",
                        "at timestamp",
                        "raw string");
        assertThat(contract.required()).containsExactly("tenant", "number", "customer", "amount");
        assertThat(contract.key()).containsExactlyInAnyOrder("1 number", "2 tenant");
        assertThat(contract.fields())
                .filteredOn(Field::unique)
                .extracting(Field::name)
                .containsExactly("code");
        assertThat(contract.field("code").options()).containsEntry("maxLength", 8);
        assertThat(contract.field("amount").physicalType()).isEqualTo("numeric(10,2)");
        assertThat(contract.field("amount").description()).isEqualTo("In EUR");
        assertThat(contract.product().qualityChecks())
                .singleElement()
                .satisfies(check ->
                        assertThat(check.arguments()).isEqualTo(Map.of("validValues", List.of("new", "it's paid"))));
        assertThat(run.out()).contains("value: shop.customers.id", "value: now()", "physicalName: shop.orders");
        assertThat(contract.product().outputPorts())
                .singleElement()
                .extracting(OutputPort::kind, OutputPort::format)
                .containsExactly(PortKind.SQL, "postgresql");
    }

    @Test
    void viewsAndOddNamesCanBeImported() throws SQLException {
        sql("""
                create schema "odd.schema";
                create table "odd.schema"."a_b%c"("Column ""one\""" int primary key, "two
                lines" text, "a_b" text);
                create table "odd.schema"."aXbYc"(other int);
                create materialized view "odd.schema"."v" as select 1 as one;
                """);

        ImportedContract table =
                ImportedContract.of(mesh("import", "table", DATABASE, "\"odd.schema\".\"a_b%c\"", "--domain", "shop"));
        ImportedContract view =
                ImportedContract.of(mesh("import", "table", DATABASE, "\"odd.schema\".v", "--domain", "shop"));

        assertThat(table.types()).containsExactly("Column \"one\" integer", "two lines string", "a_b string");
        assertThat(view.types()).containsExactly("one integer");
    }

    @Test
    void aTableThatIsNotThereIsRefusedWithTheNearestName() throws SQLException {
        sql("create schema near; create table near.invoices(id int)");

        Mesh slip = mesh("import", "table", DATABASE, "near.invoces", "--domain", "shop");
        Mesh schema = mesh("import", "table", DATABASE, "nowhere.invoices", "--domain", "shop");
        Mesh otherCase = mesh("import", "table", DATABASE, "near.INVOICES", "--domain", "shop");

        assertThat(slip.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(slip.err()).contains("Did you mean `invoices`?");
        assertThat(schema.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(schema.err()).contains("No table of the schema nowhere can be seen");
        assertThat(ImportedContract.of(otherCase).types()).containsExactly("id integer");
    }

    @Test
    void aDatabaseOfDuckDbIsReadAndNeverMade(@TempDir Path folder) throws SQLException {
        Path file = folder.resolve("shop.duckdb");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table orders(id bigint primary key, lines struct(sku varchar, n integer)[] not null)");
        }

        ImportedContract contract =
                ImportedContract.of(mesh("import", "table", "jdbc:duckdb:" + file, "main.orders", "--domain", "shop"));
        Mesh missing =
                mesh("import", "table", "jdbc:duckdb:" + folder.resolve("none"), "main.orders", "--domain", "shop");

        assertThat(contract.types()).containsExactly("id integer", "lines array");
        assertThat(contract.key()).containsExactly("1 id");
        assertThat(contract.field("lines").fields()).extracting(Field::name).containsExactly("sku", "n");
        assertThat(missing.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void aDatabaseThatDoesNotAnswerHasItsOwnExitCode() {
        Mesh run = mesh("import", "table", "jdbc:postgresql://127.0.0.1:1/shop", "a.b", "--domain", "shop");

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(run.err()).contains("The database at jdbc:postgresql://127.0.0.1:1/shop does not answer");
    }

    @Test
    void aPasswordInTheAddressIsRefusedUnread() {
        for (String url : List.of(
                "jdbc:postgresql://127.0.0.1:1/shop?user=a&password=hunter2",
                "jdbc:mysql://root:hunter2@127.0.0.1/shop",
                "jdbc:oracle:thin:scott/hunter2@//db:1521/x",
                "jdbc:sqlserver://db;user=a;Password=hunter2",
                "jdbc:sqlserver://db;trustStorePassword=hunter2",
                "jdbc:mysql://(password=hunter2,host=db)/x",
                "jdbc:mysql://root:hun/hunter2@127.0.0.1/shop")) {
            Mesh run = mesh("import", "table", url, "a.b", "--domain", "shop");

            assertThat(run.exitCode()).as(url).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("MESH_IMPORT_PASSWORD").doesNotContain("hunter2");
        }
    }

    @Test
    void aPasswordComesFromTheEnvironmentElseAPersonIsAsked() throws SQLException {
        sql("create schema asked; create table asked.t(id int)");
        List<String> questions = new ArrayList<>();

        String[] arguments = {DATABASE, "asked.t", "--domain", "shop", "--user", "postgres"};
        int asked = new CommandLine(new TableCommand(Map.of(), question -> {
                    questions.add(question);
                    return "typed".toCharArray();
                }))
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(arguments);
        int told = new CommandLine(new TableCommand(Map.of("MESH_IMPORT_PASSWORD", "x"), question -> {
                    throw new AssertionError("nobody is to be asked");
                }))
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(arguments);

        assertThat(List.of(asked, told)).containsOnly(ExitCode.OK);
        assertThat(questions).containsExactly("Password of postgres: ");
    }

    @Test
    void anUnknownDatabaseAsksForItsDriver(@TempDir Path folder) throws IOException {
        Path noDriver = Files.writeString(folder.resolve("driver.jar"), "no jar");

        Mesh none = mesh("import", "table", "jdbc:nobody://db/x", "a.b", "--domain", "shop");
        Mesh wrong = mesh(
                "import",
                "table",
                "jdbc:nobody://db/x",
                "a.b",
                "--domain",
                "shop",
                "--driver-jar",
                noDriver.toString());
        Mesh noAddress = mesh("import", "table", "db.example.com", "a.b", "--domain", "shop");
        Mesh noSchema = mesh("import", "table", DATABASE, "orders", "--domain", "shop");

        assertThat(List.of(none.exitCode(), wrong.exitCode(), noAddress.exitCode(), noSchema.exitCode()))
                .containsOnly(ExitCode.USAGE);
        assertThat(none.err()).contains("--driver-jar");
        assertThat(wrong.err()).contains("check that " + noDriver);
        assertThat(noSchema.err()).contains("schema.table");
    }

    private static void sql(String statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}
