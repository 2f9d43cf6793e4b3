package io.meshwork.quality;

import com.zaxxer.hikari.HikariDataSource;
import io.meshwork.quality.engine.jdbc.NamedConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A small pool for each named connection; none is opened before it is used, and none is kept for long after. */
final class ConnectionPools implements AutoCloseable {

    /** The database gives a query up before the network does. */
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final List<HikariDataSource> pools = new ArrayList<>();
    private final List<NamedConnection> connections = new ArrayList<>();

    ConnectionPools(Map<String, ConnectionSettings> settings, Duration queryTimeout) {
        settings.forEach((name, connection) -> {
            HikariDataSource pool = pool(name, connection, queryTimeout);
            pools.add(pool);
            connections.add(new NamedConnection(name, connection.serves(), pool, connection.scans()));
        });
    }

    private static HikariDataSource pool(String name, ConnectionSettings settings, Duration queryTimeout) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("quality-" + name);
        pool.setJdbcUrl(settings.url());
        pool.setUsername(settings.username());
        pool.setPassword(settings.password());
        pool.setReadOnly(true);
        pool.setMinimumIdle(0);
        pool.setMaximumPoolSize(settings.scans());
        pool.setIdleTimeout(Duration.ofMinutes(1).toMillis());
        pool.setConnectionTimeout(settings.connectTimeout().toMillis() + 1000);
        pool.setInitializationFailTimeout(-1);
        String seconds = String.valueOf(settings.connectTimeout().toSeconds());
        pool.addDataSourceProperty("connectTimeout", seconds);
        pool.addDataSourceProperty("loginTimeout", seconds);
        pool.addDataSourceProperty(
                "socketTimeout", String.valueOf(queryTimeout.plus(GRACE).toSeconds()));
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("ApplicationName", "meshwork-quality");
        return pool;
    }

    List<NamedConnection> connections() {
        return connections;
    }

    @Override
    public void close() {
        pools.forEach(HikariDataSource::close);
    }
}
