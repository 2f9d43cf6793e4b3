package io.meshwork.quality.engine;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.model.OutputPort;
import io.meshwork.contract.model.PortKind;
import io.meshwork.contract.read.odcs.ServerPorts;
import io.meshwork.quality.engine.Ports.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the table of a dataset: the one that the port names, else the one that the dataset names, which is {@code physicalName} before
 * {@code name}. A port that names a table belongs to the dataset of that name, when there are several.
 */
final class TablePorts {

    private static final Set<String> POSTGRESQL = Set.of("postgresql", "postgres");
    private static final Pattern URL =
            Pattern.compile("jdbc:postgresql://(?<host>\\[[^\\]]+]|[^/?:,@\\s]+)(?::(?<port>\\d{1,5}))?"
                    + "/(?<database>[^/?\\s]+)(?:\\?(?:.*&)?currentSchema=(?<schema>[^&]+).*|\\?.*)?");
    private static final String PART = "(\"(?:[^\"]|\"\")+\"|[^\".]+)";
    private static final Pattern NAME = Pattern.compile("(?:" + PART + "\\.)?" + PART);

    private TablePorts() {}

    static Place find(List<OutputPort> tables, DataProduct product, String dataset) {
        List<String> reasons = new ArrayList<>();
        for (OutputPort port : tables) {
            switch (look(port, product, dataset)) {
                case Place.At found -> {
                    return found;
                }
                case Place.Nowhere(String reason) -> reasons.add(reason);
            }
        }
        return new Place.Nowhere(String.join("; ", reasons));
    }

    private static Place look(OutputPort port, DataProduct product, String dataset) {
        if (!isPostgresql(port)) {
            return nowhere(port, "is a table of " + system(port) + "; tables of PostgreSQL can be checked, and files");
        }
        Optional<Database> database = database(port);
        if (database.isEmpty()) {
            return nowhere(port, "does not say where its table is; write `host` and `database`");
        }
        String own = ownTable(port);
        String physical = physicalName(product, dataset);
        if (own != null && product.schema().size() > 1 && !own.equals(dataset) && !own.equals(physical)) {
            return nowhere(port, "is the table `" + own + "` and not that of `" + dataset + "`");
        }
        String name = own != null ? own : physical != null ? physical : dataset;
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return nowhere(port, "names the table `" + name + "`; write table or schema.table");
        }
        String schema = parts.group(1) == null ? schema(port) : unquoted(parts.group(1));
        return new Place.At(new DataTable(database.get(), schema, unquoted(parts.group(2))));
    }

    private static Place nowhere(OutputPort port, String why) {
        return new Place.Nowhere("port `" + port.name() + "` " + why);
    }

    private static boolean isPostgresql(OutputPort port) {
        return POSTGRESQL.contains(system(port))
                || isUrl(port) && URL.matcher(location(port)).matches();
    }

    private static String system(OutputPort port) {
        String type = word(port, "type");
        return port.format() != null ? port.format() : type != null ? type : "an unnamed system";
    }

    private static Optional<Database> database(OutputPort port) {
        if (isUrl(port)) {
            Matcher url = URL.matcher(location(port));
            return url.matches()
                    ? Optional.of(new Database(url.group("host"), number(url.group("port")), url.group("database")))
                    : Optional.empty();
        }
        String host = word(port, "host");
        String name = word(port, "database");
        return host == null || name == null
                ? Optional.empty()
                : Optional.of(new Database(host, number(word(port, "port")), name));
    }

    private static String schema(OutputPort port) {
        Matcher url = URL.matcher(location(port));
        String written = url.matches() ? url.group("schema") : word(port, "schema");
        return written == null ? "public" : written;
    }

    /** A location that only repeats host, database and schema names no table. */
    private static @Nullable String ownTable(OutputPort port) {
        String location = port.location();
        boolean address = location == null
                || location.isBlank()
                || isUrl(port)
                || location.equals(ServerPorts.location(PortKind.SQL, port.properties(), null));
        return address ? word(port, "table") : location;
    }

    private static @Nullable String physicalName(DataProduct product, String dataset) {
        return product.schema().stream()
                .filter(candidate -> candidate.name().equals(dataset))
                .map(Dataset::physicalName)
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElse(null);
    }

    private static boolean isUrl(OutputPort port) {
        return location(port).startsWith("jdbc:");
    }

    private static String location(OutputPort port) {
        return port.location() == null ? "" : port.location();
    }

    private static int number(@Nullable String port) {
        return port != null && port.matches("\\d{1,5}") ? Integer.parseInt(port) : Database.DEFAULT_PORT;
    }

    private static @Nullable String word(OutputPort port, String key) {
        return switch (port.properties().get(key)) {
            case String text when !text.isBlank() -> text.strip();
            case Number number -> number.toString();
            case null, default -> null;
        };
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }
}
