package io.meshwork.policy.define.jdbc;

import io.meshwork.contract.read.Problem;
import io.meshwork.messaging.StorableText;
import io.meshwork.policy.define.PolicyDecision;
import io.meshwork.policy.define.PolicyDecision.Changed;
import io.meshwork.policy.define.PolicyDecision.Refused;
import io.meshwork.policy.define.PolicyDecision.Unchanged;
import io.meshwork.policy.define.PolicyDecisions;
import io.meshwork.policy.define.PolicyRequest;
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
class JdbcPolicyDecisions implements PolicyDecisions {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<Problem>> PROBLEMS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    JdbcPolicyDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            String result,
            @Nullable String code,
            @Nullable String reason,
            List<Problem> problems,
            @Nullable Long policyRevision) {}

    @Override
    public void keep(long setRevision, Map<PolicyRequest, PolicyDecision> decisions) {
        decisions.forEach((request, decision) -> keep(setRevision, request, row(decision)));
        jdbc.sql("delete from policy_decision where decided_at < now() - interval '30 days'")
                .update();
    }

    private void keep(long setRevision, PolicyRequest request, Row row) {
        jdbc.sql("""
                        insert into policy_decision (request_id, policy_id, content_hash, result, code, reason, problems, policy_revision,
                                                     set_revision, decided_at)
                        values (:id, :policy, :content, :result, :code, :reason, :problems, :revision, :set, now())
                        on conflict (request_id) do update
                           set result = excluded.result, code = excluded.code, reason = excluded.reason,
                               problems = excluded.problems, policy_revision = excluded.policy_revision,
                               set_revision = excluded.set_revision, decided_at = excluded.decided_at
                        """)
                .param("id", request.id())
                .param("policy", StorableText.of(request.policyId()))
                .param("content", PolicyRequest.contentHash(request.document()))
                .param("result", row.result())
                .param("code", row.code())
                .param("reason", row.reason())
                .param("problems", JSON.writeValueAsString(row.problems()))
                .param("revision", row.policyRevision())
                .param("set", setRevision)
                .update();
    }

    private static Row row(PolicyDecision decision) {
        return switch (decision) {
            case Changed(var version) -> new Row("changed", null, null, List.of(), version.revision());
            case Unchanged(var version) -> new Row("unchanged", null, null, List.of(), version.revision());
            case Refused(var code, var reason, var problems) ->
                new Row("refused", code, StorableText.of(reason), problems, null);
        };
    }

    @Override
    public Optional<Kept> find(UUID requestId) {
        return jdbc.sql("select * from policy_decision where request_id = ?")
                .param(requestId)
                .query(JdbcPolicyDecisions::kept)
                .optional();
    }

    private static Kept kept(ResultSet row, int n) throws SQLException {
        long revision = row.getLong("policy_revision");
        Result result = switch (row.getString("result")) {
            case "changed" -> new Result.Changed(revision);
            case "unchanged" -> new Result.Unchanged(revision);
            default ->
                new Result.Refused(new Refused(
                        row.getString("code"),
                        row.getString("reason"),
                        JSON.readValue(row.getString("problems"), PROBLEMS)));
        };
        return new Kept(
                row.getObject("request_id", UUID.class),
                row.getString("policy_id"),
                row.getLong("content_hash"),
                row.getLong("set_revision"),
                result);
    }
}
