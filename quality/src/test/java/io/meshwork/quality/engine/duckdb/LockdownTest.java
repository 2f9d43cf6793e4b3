package io.meshwork.quality.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What SQL could do if it ever got past the gate. */
class LockdownTest {

    @TempDir
    Path folder;

    private Path file;
    private LockedDatabase ofFile;
    private LockedDatabase ofFolder;

    @BeforeEach
    void open() throws Exception {
        Path root = Files.createDirectories(folder.resolve("root")).toRealPath();
        file = Files.writeString(root.resolve("a.csv"), "id\n1\n");
        Files.writeString(root.resolve("b.csv"), "id\n2\n");
        Files.writeString(folder.resolve("secret.csv"), "id\n3\n");
        Files.createDirectories(folder.resolve("root-sibling"));
        Files.writeString(folder.resolve("root-sibling/c.csv"), "id\n3\n");
        DuckDbSettings settings = DataRoot.settings(root, Duration.ofSeconds(10));
        ofFile = LockedDatabase.forFile(file, settings);
        ofFolder = LockedDatabase.forFolder(root, settings);
    }

    @AfterEach
    void close() throws SQLException {
        ofFile.close();
        ofFolder.close();
    }

    private static void run(LockedDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void readsWhatItWasGiven() throws SQLException {
        run(ofFile, "SELECT * FROM read_csv('" + file + "')");
        run(ofFolder, "SELECT * FROM read_csv('" + file.resolveSibling("b.csv") + "')");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_csv('%s/root/b.csv')",
                "SELECT * FROM read_csv('%s/secret.csv')",
                "SELECT * FROM read_text('/etc/passwd')",
                "SELECT * FROM read_blob('%s/secret.csv')",
                "SELECT * FROM '%s/secret.csv'",
                "SELECT * FROM glob('%s/*')",
                "SELECT * FROM read_csv('%s/root/../secret.csv')",
                "COPY (SELECT 1) TO '%s/root/new.csv'",
                "COPY (SELECT 1) TO '%s/new.csv'",
                "COPY x FROM '%s/secret.csv'",
                "EXPORT DATABASE '%s/dump'",
                "IMPORT DATABASE '%s/dump'",
                "ATTACH '%s/other.duckdb'",
                "INSTALL httpfs",
                "LOAD httpfs",
                "LOAD '%s/x.duckdb_extension'",
                "SELECT * FROM read_csv('https://example.org/a.csv')",
                "SET enable_external_access = true",
                "SET allowed_paths = ['/etc/passwd']",
                "SET allowed_directories = ['/']",
                "SET lock_configuration = false",
                "SET memory_limit = '100GB'",
                "RESET memory_limit",
                "PRAGMA enable_external_access",
                "CREATE SECRET s (TYPE s3)",
                "SELECT * FROM enable_logging(storage = 'file', storage_path = '%s/log')",
                "SELECT getenv('HOME')"
            })
    void refusesEverythingElse(String sql) {
        String statement = sql.formatted(folder);

        assertThatThrownBy(() -> run(ofFile, statement)).as(statement).isInstanceOf(SQLException.class);
        assertThat(folder.resolve("new.csv")).doesNotExist();
        assertThat(folder.resolve("root/new.csv")).doesNotExist();
        assertThat(folder.resolve("dump")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s/secret.csv", "%s/root-sibling/c.csv", "%s/root/../secret.csv", "/etc/passwd"})
    void doesNotLeaveTheFolder(String path) {
        assertThatThrownBy(() -> run(ofFolder, "SELECT * FROM read_text('" + path.formatted(folder) + "')"))
                .isInstanceOf(SQLException.class);
    }
}
