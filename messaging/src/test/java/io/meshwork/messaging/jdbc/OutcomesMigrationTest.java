package io.meshwork.messaging.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.messaging.kafka.EncodedRecord;
import io.meshwork.messaging.testkit.TestPlatform;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Outcomes that an older version stored, and did not get to publish, are published by the newer one. */
class OutcomesMigrationTest {

    @Test
    void outcomesOfAnOlderVersionKeepTheirBatchAndOrder() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(TestPlatform.freshDatabase());
        FluentConfiguration flyway = Flyway.configure().dataSource(database).locations("classpath:db/messaging");
        flyway.target("0.1").load().migrate();
        JdbcClient jdbc = JdbcClient.create(database);
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        jdbc.sql("insert into outbox_batch (published_at) values (now()), (null)")
                .update();
        jdbc.sql("""
                        insert into outcome (batch_id, ordinal, id, topic, key, value, headers)
                        values (2, 2, ?, 't', 'b', null, '{}'), (2, 1, ?, 't', 'a', 'x', '{"ce_id": "1"}')
                        """).params(second, first).update();

        flyway.target("latest").load().migrate();

        List<EncodedRecord> records = new Outbox(jdbc).records(2);
        assertThat(records).extracting(EncodedRecord::id).containsExactly(first, second);
        assertThat(records).extracting(EncodedRecord::key).containsExactly("a", "b");
        assertThat(records.getFirst().value()).asString().isEqualTo("x");
        assertThat(records.getFirst().headers()).containsEntry("ce_id", "1");
        assertThat(records.getLast().value()).isNull();
    }
}
