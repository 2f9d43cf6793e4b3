package io.meshwork.notifier.platform.jdbc;

import io.meshwork.notifier.platform.DatabaseWatch;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks the database again and again, on every replica: a job would be kept in the very database. */
@Component
class DatabaseLook {

    private final JdbcClient jdbc;
    private final DatabaseWatch watch;

    DatabaseLook(JdbcClient jdbc, DatabaseWatch watch) {
        this.jdbc = jdbc;
        this.watch = watch;
    }

    @Scheduled(fixedDelayString = "${mesh.platform.interval:30s}")
    void look() {
        try {
            jdbc.sql("select 1").query(Integer.class).single();
        } catch (RuntimeException e) {
            watch.isSilent(
                    String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage()));
            return;
        }
        watch.answers();
    }
}
