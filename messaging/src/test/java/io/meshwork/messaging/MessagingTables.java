package io.meshwork.messaging;

import io.meshwork.messaging.testkit.TestPlatform;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Messaging's tables in a real database of their own. */
public final class MessagingTables {

    public final JdbcClient jdbc;
    public final TransactionTemplate transaction;

    public MessagingTables() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(TestPlatform.freshDatabase());
        source.setUser("postgres");
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/messaging")
                .load()
                .migrate();
        jdbc = JdbcClient.create(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    public int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
