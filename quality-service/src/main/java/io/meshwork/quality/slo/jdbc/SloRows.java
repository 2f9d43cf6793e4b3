package io.meshwork.quality.slo.jdbc;

import io.meshwork.quality.slo.Level;
import io.meshwork.quality.slo.Slo;
import io.meshwork.quality.slo.Standing;
import io.meshwork.quality.slo.promise.Objective;
import io.meshwork.quality.slo.promise.Objective.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads rows of the table {@code slo}. */
final class SloRows {

    private SloRows() {}

    static Slo slo(ResultSet row, int n) throws SQLException {
        Objective objective = new Objective(
                row.getString("objective"),
                row.getString("property"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getDouble("target"),
                row.getDouble("budget"));
        Standing standing = new Standing(
                Level.valueOf(row.getString("level").toUpperCase(Locale.ROOT)),
                row.getTimestamp("since").toInstant(),
                row.getLong("sequence"),
                row.getObject("measured", Double.class),
                moment(row, "deadline"));
        return new Slo(
                row.getString("product_id"),
                row.getString("version"),
                objective,
                standing,
                row.getTimestamp("watched_from").toInstant());
    }

    static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
