package io.meshwork.e2e.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** deploy/postgres/init.sh, run against a real PostgreSQL; needs psql, as its container has it. */
class InitScriptTest {

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void runScript(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(onPath("psql"), "psql is not installed");
        postgres = EmbeddedPostgres.builder().start();
        Path script = Compose.REPOSITORY.resolve("deploy/postgres/init.sh");
        Path output = folder.resolve("output");
        ProcessBuilder run = new ProcessBuilder("sh", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        run.environment().putAll(passwords());
        run.environment()
                .putAll(Map.of(
                        "POSTGRES_USER",
                        "postgres",
                        "PGHOST",
                        "127.0.0.1",
                        "PGPORT",
                        String.valueOf(postgres.getPort())));
        assertThat(run.start().waitFor()).as(Files.readString(output)).isZero();
    }

    @AfterAll
    static void stop() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void eachServiceEntersItsOwnSchemaAndNoOther() throws SQLException {
        for (String service : Compose.SERVICES) {
            try (Connection connection = connect("mesh?currentSchema=" + service, service)) {
                connection.createStatement().execute("create table mine (id int)");
                connection.createStatement().execute("create temporary table aside (id int)");
            }
        }
        try (Connection connection = connect("mesh?currentSchema=policy", "policy")) {
            assertThat(refused(connection, "select * from catalog.mine")).contains("permission denied");
            assertThat(refused(connection, "create schema another")).contains("permission denied");
        }
    }

    @Test
    void theRegistryOwnsItsDatabase() throws SQLException {
        try (Connection connection = connect("registry", "registry")) {
            connection.createStatement().execute("create table artifacts (id int)");
        }
    }

    /** So that migrations find the same in Compose as in the local mesh, whose superuser makes them. */
    @Test
    void theExtensionsOfTheLocalMeshAreThere() throws SQLException {
        SoftAssertions softly = new SoftAssertions();
        try (Connection connection = connect("mesh?currentSchema=catalog", "catalog")) {
            for (String extension : new String[] {"pg_trgm", "unaccent", "fuzzystrmatch", "btree_gin"}) {
                try (var rows = connection
                        .createStatement()
                        .executeQuery("select from pg_extension where extname = '" + extension + "'")) {
                    softly.assertThat(rows.next()).as(extension).isTrue();
                }
            }
        }
        softly.assertAll();
    }

    @Test
    void theCatalogMayLetReadersInButMakesNeitherSchemasNorRoles() throws SQLException {
        try (Connection connection = connect("mesh?currentSchema=catalog", "catalog");
                var statement = connection.createStatement()) {
            statement.execute("create view data_catalog.probe as select 1 as one");
            statement.execute("grant usage on schema data_catalog to data_catalog_reader");
            statement.execute("grant select on data_catalog.probe to data_catalog_reader");
            assertThat(refused(connection, "create schema other")).contains("permission denied");
            assertThat(refused(connection, "create role other")).contains("permission denied");
        }
    }

    private static Connection connect(String database, String role) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database, role, passwordOf(role));
    }

    private static String refused(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            return "allowed";
        } catch (SQLException e) {
            return e.getMessage();
        }
    }

    /** A password that would break a script that does not quote. */
    private static String passwordOf(String role) {
        return role + "'s \"$word\"";
    }

    private static Map<String, String> passwords() {
        return Compose.read().part("postgres").environment().keySet().stream()
                .filter(name -> name.endsWith("_DB_PASSWORD"))
                .collect(Collectors.toMap(
                        name -> name,
                        name -> passwordOf(name.replace("_DB_PASSWORD", "").toLowerCase(Locale.ROOT))));
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
