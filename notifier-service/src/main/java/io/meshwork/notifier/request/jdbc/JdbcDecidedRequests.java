package io.meshwork.notifier.request.jdbc;

import io.meshwork.messaging.StorableText;
import io.meshwork.notifier.request.DecidedRequests;
import io.meshwork.notifier.request.Outcome;
import io.meshwork.notifier.request.Refusal;
import io.meshwork.notifier.subscription.SubscriptionFault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Kept for 30 days, longer than any request topic. */
@Repository
class JdbcDecidedRequests implements DecidedRequests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<SubscriptionFault>> FAULTS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    JdbcDecidedRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            String result, long revision, @Nullable Refusal refusal) {

        static Row of(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Changed(var revision) -> new Row("changed", revision, null);
                case Outcome.Unchanged(var revision) -> new Row("unchanged", revision, null);
                case Outcome.Refused(var refusal) -> new Row("refused", 0, refusal);
            };
        }
    }

    @Override
    public void keep(Decided decided) {
        var row = Row.of(decided.outcome());
        var refusal = row.refusal();
        jdbc.sql("""
                        insert into request_decision (request_id, subject, content_hash, result, revision, about, refusal, reason,
                            faults, decided_at)
                        values (:id, :subject, :content, :result, :revision, :about, :refusal, :reason, :faults, now())
                        on conflict (request_id) do update set result = excluded.result, revision = excluded.revision,
                            about = excluded.about, refusal = excluded.refusal, reason = excluded.reason,
                            faults = excluded.faults, decided_at = excluded.decided_at""")
                .param("id", decided.requestId())
                .param("subject", StorableText.of(decided.subject()))
                .param("content", decided.contentHash())
                .param("result", row.result())
                .param("revision", row.revision())
                .param("about", refusal == null ? null : refusal.about())
                .param("refusal", refusal == null ? null : refusal.kind().name())
                .param("reason", refusal == null ? null : StorableText.of(refusal.reason()))
                .param("faults", refusal == null ? null : JSON.writeValueAsString(refusal.faults()))
                .update();
        jdbc.sql("delete from request_decision where decided_at < now() - interval '30 days'")
                .update();
    }

    @Override
    public Optional<Decided> find(UUID requestId) {
        return jdbc.sql("select * from request_decision where request_id = ?")
                .param(requestId)
                .query((row, _) -> decided(row))
                .optional();
    }

    private static Decided decided(ResultSet row) throws SQLException {
        var revision = row.getLong("revision");
        var outcome = switch (row.getString("result")) {
            case "changed" -> new Outcome.Changed(revision);
            case "unchanged" -> new Outcome.Unchanged(revision);
            default ->
                new Outcome.Refused(new Refusal(
                        row.getString("about"),
                        Refusal.Kind.valueOf(row.getString("refusal")),
                        row.getString("reason"),
                        JSON.readValue(row.getString("faults"), FAULTS)));
        };
        return new Decided(
                row.getObject("request_id", UUID.class),
                row.getString("subject"),
                row.getLong("content_hash"),
                outcome);
    }
}
