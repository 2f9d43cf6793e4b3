package io.meshwork.cli.importing.source.jdbc;

import io.meshwork.cli.importing.source.Finding;
import io.meshwork.contract.read.value.Suggestions;
import io.meshwork.contract.skeleton.FoundField;
import io.meshwork.contract.skeleton.Structure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table or view by what its database says about it.
 *
 * @param user null when the address or the driver says who asks
 * @param driverJar with a driver that does not come with the mesh, null for one that does
 */
public record DatabaseTable(
        JdbcUrl url,
        TableName name,
        @Nullable String user,
        @Nullable String password,
        @Nullable Path driverJar) {

    /** Where the password is looked for. */
    public static final String PASSWORD_VARIABLE = "MESH_IMPORT_PASSWORD";

    private static final int LONGEST = 300;

    /** Without the password. */
    @Override
    public String toString() {
        return url.address() + " " + name;
    }

    public Finding find() {
        Optional<Driver> driver = Drivers.forUrl(url.url(), driverJar);
        if (driver.isEmpty()) {
            return new Finding.Wrong("No driver knows " + url.address() + "; "
                    + (driverJar == null
                            ? "name the jar of one with --driver-jar (those of PostgreSQL and DuckDB are there)"
                            : "check that " + driverJar + " is the jar of its JDBC driver"));
        }
        try (Connection connection = driver.get().connect(url.url(), properties())) {
            if (connection == null) {
                return new Finding.Wrong("The driver does not take the address " + url.address());
            }
            connection.setReadOnly(true);
            return find(new Catalog(connection, url));
        } catch (SQLException e) {
            return failed(e);
        }
    }

    /** Nothing is written, and nobody waits for ever. */
    private Properties properties() {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        if (url.isPostgresql()) {
            properties.setProperty("readOnly", "true");
            properties.setProperty("connectTimeout", "10");
            properties.setProperty("loginTimeout", "20");
            properties.setProperty("socketTimeout", "60");
            properties.setProperty("ApplicationName", "mesh import");
        }
        if (url.isDuckDb()) {
            properties.setProperty("duckdb.read_only", "true");
        }
        return properties;
    }

    private Finding find(Catalog catalog) throws SQLException {
        List<Catalog.Table> tables = catalog.tables(name.schema());
        List<Catalog.Table> alike = tables.stream()
                .filter(table -> table.name().equalsIgnoreCase(name.table()))
                .toList();
        List<Catalog.Table> same = alike.stream()
                .filter(table -> table.name().equals(name.table()))
                .toList();
        List<Catalog.Table> meant = same.isEmpty() ? alike : same;
        if (meant.size() > 1) {
            return new Finding.Refused("There are several tables " + name + " at " + url.address() + ": "
                    + meant.stream().map(Catalog.Table::name).collect(Collectors.joining(", "))
                    + "; write it exactly as the database does");
        }
        return meant.isEmpty() ? missing(tables) : found(catalog, meant.getFirst());
    }

    private Finding missing(List<Catalog.Table> tables) {
        String hint = tables.isEmpty()
                ? "No table of the schema " + name.schema()
                        + " can be seen; check its name, capitals too, and the user's rights."
                : Suggestions.didYouMean(
                                name.table(),
                                tables.stream().map(Catalog.Table::name).toList())
                        + "Check the name, and the rights of the user.";
        return new Finding.Refused("There is no table or view " + name + " at " + url.address() + ". " + hint);
    }

    private Finding found(Catalog catalog, Catalog.Table table) throws SQLException {
        List<FoundField> columns = catalog.columns(table);
        if (columns.isEmpty()) {
            return new Finding.Refused(
                    "The table " + name + " has no columns that can be seen; check the rights of the user");
        }
        Structure structure = new Structure(
                table.name(),
                table.place() + "." + table.name(),
                table.isView() ? "view" : "table",
                table.remarks(),
                columns,
                url.port(table.place()),
                null);
        return new Finding.Found(
                structure, List.of("Read what " + url.address() + " says about " + name + "; no row was read."));
    }

    private Finding failed(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String why = "(" + firstLine(e) + ")";
        if (state.startsWith("08")) {
            return new Finding.Unreachable("The database at " + url.address() + " does not answer " + why
                    + "; check that it runs, and its address");
        }
        if (state.startsWith("28")) {
            return new Finding.Refused("The database at " + url.address() + " does not let us in " + why
                    + "; give --user, and the password in " + PASSWORD_VARIABLE);
        }
        return new Finding.Refused("The database at " + url.address() + " refuses " + why
                + "; check its name, the table, and the user's rights");
    }

    private static String firstLine(SQLException e) {
        String line = e.getMessage() == null
                ? e.getClass().getSimpleName()
                : e.getMessage().lines().findFirst().orElse("");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
