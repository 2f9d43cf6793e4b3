package io.meshwork.cli.importing;

import io.meshwork.cli.importing.source.Finding;
import io.meshwork.cli.importing.source.jdbc.DatabaseTable;
import io.meshwork.cli.importing.source.jdbc.JdbcUrl;
import io.meshwork.cli.importing.source.jdbc.TableName;
import java.io.Console;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mesh import table}: asks for the description of a table, never for its rows. */
@Command(
        name = "table",
        description = {
            "Writes a contract of a table or view, by what its database says: columns, types, keys, comments.",
            "No row is read and nothing is changed. The password comes from " + DatabaseTable.PASSWORD_VARIABLE
                    + ", or is asked for at a terminal."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:a valid contract was written",
            "1:there is no such table, or the database does not let us in",
            "2:wrong options, no driver, or the file exists",
            "5:the database does not answer"
        })
final class TableCommand extends SourceCommand {

    @Parameters(
            index = "0",
            paramLabel = "JDBC-URL",
            description = "Such as jdbc:postgresql://db.example.com:5432/shop, without a password.")
    private String url = "";

    @Parameters(
            index = "1",
            paramLabel = "SCHEMA.TABLE",
            description = "A name with dots or quotes in double quotes: shop.\"order.items\".")
    private String table = "";

    @Option(names = "--user", paramLabel = "NAME", description = "User of the database.")
    private @Nullable String user;

    @Option(
            names = "--driver-jar",
            paramLabel = "FILE",
            description = "JDBC driver of a database other than PostgreSQL and DuckDB.")
    private @Nullable Path driverJar;

    private final Map<String, String> environment;

    /** Asks for a password; null when nobody is there. */
    private final @Nullable Function<String, char @Nullable []> person;

    TableCommand() {
        this(System.getenv(), atTerminal());
    }

    TableCommand(Map<String, String> environment, @Nullable Function<String, char @Nullable []> person) {
        this.environment = environment;
        this.person = person;
    }

    private static @Nullable Function<String, char @Nullable []> atTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal() ? question -> console.readPassword("%s", question) : null;
    }

    @Override
    String givenName() {
        return TableName.parse(table).map(TableName::table).orElse(table);
    }

    @Override
    Finding find() {
        JdbcUrl address = new JdbcUrl(url);
        Optional<TableName> name = TableName.parse(table);
        if (!address.isJdbc()) {
            return new Finding.Wrong("Write the address of the database as jdbc:<system>:…, such as"
                    + " jdbc:postgresql://db.example.com:5432/shop");
        }
        if (address.tellsPassword()) {
            return new Finding.Wrong(
                    "The address holds a password, which other users of this machine can see; remove it,"
                            + " and put it in " + DatabaseTable.PASSWORD_VARIABLE);
        }
        return name.isEmpty()
                ? new Finding.Wrong("Write the table as schema.table, such as public.orders")
                : new DatabaseTable(address, name.get(), user, password(), driverJar).find();
    }

    private @Nullable String password() {
        String given = environment.get(DatabaseTable.PASSWORD_VARIABLE);
        if (given != null || user == null || person == null) {
            return given;
        }
        char[] typed = person.apply("Password of " + user + ": ");
        return typed == null || typed.length == 0 ? null : new String(typed);
    }
}
