package io.meshwork.notifier.feed.log.jdbc;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Forgets updates that were kept long enough, always the first ones, and remembers up to where; every replica may. */
@Component
@EnableConfigurationProperties(LogSettings.class)
class Trimming {

    private static final int ROWS = 5_000;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Duration keep;
    private final Clock clock;

    Trimming(JdbcClient jdbc, TransactionOperations transaction, LogSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.keep = settings.keep();
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 10, initialDelay = 10, timeUnit = TimeUnit.MINUTES)
    void trim() {
        var end = clock.instant().minus(keep).atOffset(ZoneOffset.UTC);
        while (Boolean.TRUE.equals(transaction.execute(_ -> trimSome(end)))) {
            // one full round leaves more to trim
        }
    }

    private boolean trimSome(OffsetDateTime end) {
        long trimmed = jdbc.sql("select trimmed from product_update_head for update")
                .query(Long.class)
                .single();
        long old = jdbc.sql("select coalesce(max(position), 0) from product_update where told_at < ?")
                .param(end)
                .query(Long.class)
                .single();
        long until = Math.min(old, trimmed + ROWS);
        if (until <= trimmed) {
            return false;
        }
        jdbc.sql("delete from product_update where position <= ?").param(until).update();
        jdbc.sql("update product_update_head set trimmed = ?").param(until).update();
        return until < old;
    }
}
