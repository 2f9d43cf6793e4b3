package io.meshwork.quality.engine.jdbc;

import io.meshwork.quality.engine.Database;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A way into a database that the operator has set up. Contracts only choose among these, they never say where to connect to.
 *
 * @param serves databases as contracts name them: {@code host/database} or {@code host:port/database}, where {@code *} stands for
 *     anything within a part; without a port, any port
 * @param free one for each scan that may run at a time
 */
public record NamedConnection(String name, List<String> serves, DataSource source, Semaphore free) {

    private static final Pattern FORM = Pattern.compile("[^/:\\s]+(:(\\d{1,5}|\\*))?/[^/\\s]+");

    public NamedConnection {
        serves = List.copyOf(serves);
        for (String pattern : serves) {
            if (!FORM.matcher(pattern).matches()) {
                throw new IllegalArgumentException(
                        "mesh.quality.connections." + name + ".serves has `" + pattern
                                + "`; write host/database or host:port/database, such as db.example.org/shop or *.example.org/*");
            }
        }
    }

    public NamedConnection(String name, List<String> serves, DataSource source, int atATime) {
        this(name, serves, source, new Semaphore(atATime, true));
    }

    boolean serves(Database database) {
        return serves.stream().anyMatch(pattern -> {
            boolean anyPort = !pattern.substring(0, pattern.indexOf('/')).contains(":");
            String written = anyPort ? database.host() + "/" + database.name() : database.toString();
            return Pattern.compile(expression(pattern)).matcher(lower(written)).matches();
        });
    }

    private static String expression(String pattern) {
        return Stream.of(lower(pattern).split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^/:]*"));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
