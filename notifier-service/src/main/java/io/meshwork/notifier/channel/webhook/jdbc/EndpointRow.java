package io.meshwork.notifier.channel.webhook.jdbc;

import io.meshwork.notifier.channel.webhook.endpoint.Endpoint;
import io.meshwork.notifier.channel.webhook.endpoint.EndpointState;
import io.meshwork.notifier.channel.webhook.endpoint.Health;
import io.meshwork.notifier.channel.webhook.endpoint.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Endpoints to and from their table. */
final class EndpointRow {

    private EndpointRow() {}

    static Map<String, @Nullable Object> columns(Endpoint endpoint) {
        var secrets = endpoint.secrets();
        var health = endpoint.health();
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("id", endpoint.id());
        columns.put("team", endpoint.team());
        columns.put("url", endpoint.url());
        columns.put("createdBy", endpoint.createdBy());
        columns.put("createdAt", utc(endpoint.createdAt()));
        columns.put("state", endpoint.state().word());
        columns.put("reason", endpoint.reason());
        columns.put("secret", secrets.current());
        columns.put("previous", secrets.previous());
        columns.put("previousUntil", utc(secrets.previousUntil()));
        columns.put("changedAt", utc(endpoint.changedAt()));
        columns.put("lastSuccess", utc(health.lastSuccess()));
        columns.put("lastFailure", utc(health.lastFailure()));
        columns.put("failure", health.failure());
        columns.put("failures", health.failures());
        columns.put("failingSince", utc(health.failingSince()));
        columns.put("notBefore", utc(health.notBefore()));
        return columns;
    }

    static Endpoint read(ResultSet row, int number) throws SQLException {
        return new Endpoint(
                row.getString("id"),
                row.getString("team"),
                row.getString("url"),
                EndpointState.of(row.getString("state")).orElseThrow(),
                row.getString("reason"),
                new Secrets(row.getString("secret"), row.getString("previous_secret"), instant(row, "previous_until")),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                new Health(
                        instant(row, "last_success"),
                        instant(row, "last_failure"),
                        row.getString("failure"),
                        row.getInt("failures"),
                        instant(row, "failing_since"),
                        instant(row, "not_before")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
