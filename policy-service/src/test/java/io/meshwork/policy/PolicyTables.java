package io.meshwork.policy;

import io.meshwork.messaging.testkit.TestPlatform;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** The policy service's tables in a real PostgreSQL. */
public final class PolicyTables {

    private PolicyTables() {}

    /** @param schema of one test class */
    public static DataSource in(String schema) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(TestPlatform.shared().jdbcUrl(schema));
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/policy")
                .load()
                .migrate();
        return database;
    }
}
