package io.meshwork.notifier.notification.jdbc;

import io.meshwork.notifier.NotifierSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Trims what is settled and kept long enough; every replica may, each a few thousand rows at a time. */
@Component
class Retention {

    private static final int ROWS = 5_000;

    private final JdbcClient jdbc;
    private final Duration keep;
    private final Clock clock;

    Retention(JdbcClient jdbc, NotifierSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.keep = settings.keep();
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 10, initialDelay = 10, timeUnit = TimeUnit.MINUTES)
    void trim() {
        var before = clock.instant().minus(keep).atOffset(ZoneOffset.UTC);
        while (jdbc.sql("""
                        delete from notification where ctid = any (array(
                            select ctid from notification where settled_at < ? limit ?))""").params(before, ROWS).update() == ROWS) {
            // one full round leaves more to trim
        }
        jdbc.sql("delete from known_product where revision = 0 and heard_at < ?")
                .param(before)
                .update();
    }
}
