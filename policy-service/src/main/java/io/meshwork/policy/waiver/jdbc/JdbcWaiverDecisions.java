package io.meshwork.policy.waiver.jdbc;

import io.meshwork.messaging.StorableText;
import io.meshwork.policy.waiver.WaiverDecision;
import io.meshwork.policy.waiver.WaiverDecision.Code;
import io.meshwork.policy.waiver.WaiverDecisions;
import io.meshwork.policy.waiver.WaiverFault;
import io.meshwork.policy.waiver.WaiverRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Kept for 30 days, longer than any request topic. */
@Repository
class JdbcWaiverDecisions implements WaiverDecisions {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<WaiverFault>> FAULTS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    JdbcWaiverDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            String result,
            @Nullable String code,
            @Nullable String reason,
            List<WaiverFault> faults,
            @Nullable Long revision) {

        static Row of(WaiverDecision decision) {
            return switch (decision) {
                case WaiverDecision.Granted(var waiver, var subjects) -> changed("granted", waiver.revision());
                case WaiverDecision.Unchanged(var waiver) -> changed("unchanged", waiver.revision());
                case WaiverDecision.Withdrawn(var waiver) -> changed("withdrawn", waiver.revision());
                case WaiverDecision.Refused(var code, var reason, var faults) ->
                    new Row("refused", code.name(), StorableText.of(reason), faults, null);
            };
        }

        private static Row changed(String result, long revision) {
            return new Row(result, null, null, List.of(), revision);
        }
    }

    @Override
    public void keep(long setRevision, Map<WaiverRequest, WaiverDecision> decisions) {
        decisions.forEach((request, decision) -> keep(setRevision, request, Row.of(decision)));
        jdbc.sql("delete from waiver_decision where decided_at < now() - interval '30 days'")
                .update();
    }

    private void keep(long setRevision, WaiverRequest request, Row row) {
        jdbc.sql("""
                        insert into waiver_decision (request_id, waiver_id, content_hash, result, code, reason, faults, waiver_revision,
                                                     set_revision, decided_at)
                        values (:id, :waiver, :content, :result, :code, :reason, :faults, :revision, :set, now())
                        on conflict (request_id) do update
                           set result = excluded.result, code = excluded.code, reason = excluded.reason,
                               faults = excluded.faults, waiver_revision = excluded.waiver_revision,
                               set_revision = excluded.set_revision, decided_at = excluded.decided_at
                        """)
                .param("id", request.id())
                .param("waiver", StorableText.of(request.waiverId()))
                .param("content", WaiverRequest.contentHash(request.draft()))
                .param("result", row.result())
                .param("code", row.code())
                .param("reason", row.reason())
                .param("faults", JSON.writeValueAsString(row.faults()))
                .param("revision", row.revision())
                .param("set", setRevision)
                .update();
    }

    @Override
    public Optional<Kept> find(UUID requestId) {
        return jdbc.sql("select * from waiver_decision where request_id = ?")
                .param(requestId)
                .query(JdbcWaiverDecisions::kept)
                .optional();
    }

    private static Kept kept(ResultSet row, int n) throws SQLException {
        long revision = row.getLong("waiver_revision");
        Result result = switch (row.getString("result")) {
            case "granted" -> new Result.Granted(revision);
            case "unchanged" -> new Result.Unchanged(revision);
            case "withdrawn" -> new Result.Withdrawn(revision);
            default ->
                new Result.Refused(new WaiverDecision.Refused(
                        Code.valueOf(row.getString("code")),
                        row.getString("reason"),
                        JSON.readValue(row.getString("faults"), FAULTS)));
        };
        return new Kept(
                row.getObject("request_id", UUID.class),
                row.getString("waiver_id"),
                row.getLong("content_hash"),
                row.getLong("set_revision"),
                result);
    }
}
