package io.meshwork.notifier.notification.jdbc;

import io.meshwork.notifier.NotifierSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Trims what is settled and kept long enough; every replica may, each a few thousand rows at a time. */
@Component
class Retention {

    private static final int ROWS = 5_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Duration keep;
    private final Clock clock;

    Retention(JdbcClient jdbc, TransactionTemplate transaction, NotifierSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.keep = settings.keep();
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 10, initialDelay = 10, timeUnit = TimeUnit.MINUTES)
    void trim() {
        var before = clock.instant().minus(keep).atOffset(ZoneOffset.UTC);
        while (jdbc.sql("""
                        delete from notification where ctid = any (array(
                            select ctid from notification n where settled_at < ? and not exists (
                                select from incident i where i.number = n.incident and i.state <> 'resolved')
                            limit ?))""").params(before, ROWS).update() == ROWS) {
            // one full round leaves more to trim
        }
        while (trimIncidents(before) == ROWS) {
            // as above
        }
        jdbc.sql("delete from known_product where revision = 0 and heard_at < ?")
                .param(before)
                .update();
        jdbc.sql("delete from silence where not active and changed_at < :before or ends_at < :before")
                .param("before", before)
                .update();
    }

    /** With story and what was told; not those of which something is still to be told. */
    private int trimIncidents(OffsetDateTime before) {
        var old = jdbc.sql("""
                        select number from incident i
                        where state = 'resolved' and changed_at < ? and not exists (
                            select from notification n where n.incident = i.number and n.state = 'waiting')
                        limit ?""").params(before, ROWS).query(Long.class).list().toArray(Long[]::new);
        if (old.length > 0) {
            transaction.executeWithoutResult(_ -> delete(old));
        }
        return old.length;
    }

    /** Whoever looks for a line has inserted it before, unless it was there: waits for them, or the line would be gone that they found. */
    private void delete(Long[] numbers) {
        jdbc.sql("lock table incident_line in share row exclusive mode").update();
        jdbc.sql("""
                        with gone as (
                            delete from incident where number = any (?) and state = 'resolved' returning number)
                        delete from incident_line l using gone where l.number = gone.number""").params((Object) numbers).update();
    }
}
