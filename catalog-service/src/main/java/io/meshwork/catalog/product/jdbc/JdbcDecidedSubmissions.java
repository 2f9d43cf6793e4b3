package io.meshwork.catalog.product.jdbc;

import io.meshwork.catalog.product.DecidedSubmission;
import io.meshwork.catalog.product.DecidedSubmission.Status;
import io.meshwork.catalog.product.DecidedSubmissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and trims the submissions that {@link JdbcProductStore} keeps. */
@Repository
class JdbcDecidedSubmissions implements DecidedSubmissions {

    private final JdbcClient jdbc;

    JdbcDecidedSubmissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<DecidedSubmission> find(Collection<UUID> ids) {
        return jdbc.sql("""
                        select id, product_id, version, status, revision, problems, principal, document_hash, submitted_at, decided_at
                        from submission where id = any(:ids::uuid[])
                        """)
                .param("ids", Column.texts(ids, id -> id))
                .query(JdbcDecidedSubmissions::submission)
                .list();
    }

    private static DecidedSubmission submission(ResultSet row, int n) throws SQLException {
        return new DecidedSubmission(
                row.getObject("id", UUID.class),
                row.getString("product_id"),
                row.getString("version"),
                Status.fromText(row.getString("status")),
                row.getObject("revision", Long.class),
                Json.problems(row.getString("problems")),
                row.getString("principal"),
                row.getString("document_hash"),
                Rows.knownInstant(row, "submitted_at"),
                Rows.knownInstant(row, "decided_at"));
    }

    @Override
    public int trim(Duration age) {
        return jdbc.sql("delete from submission where decided_at < now() - make_interval(secs => :seconds)")
                .param("seconds", (double) age.toSeconds())
                .update();
    }
}
