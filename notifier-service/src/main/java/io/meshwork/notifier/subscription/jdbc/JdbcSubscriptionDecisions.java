package io.meshwork.notifier.subscription.jdbc;

import io.meshwork.messaging.StorableText;
import io.meshwork.notifier.subscription.SubscriptionDecision;
import io.meshwork.notifier.subscription.SubscriptionDecision.Code;
import io.meshwork.notifier.subscription.SubscriptionDecisions;
import io.meshwork.notifier.subscription.SubscriptionFault;
import io.meshwork.notifier.subscription.TestMessage.Told;
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
class JdbcSubscriptionDecisions implements SubscriptionDecisions {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<SubscriptionFault>> FAULTS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    JdbcSubscriptionDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            String result,
            @Nullable String code,
            @Nullable String reason,
            List<SubscriptionFault> faults,
            long revision,
            @Nullable Told told) {

        static Row of(Result result) {
            return switch (result) {
                case Result.Changed(var revision) -> new Row("changed", null, null, List.of(), revision, null);
                case Result.Unchanged(var revision) -> new Row("unchanged", null, null, List.of(), revision, null);
                case Result.Tested(var revision, var told) ->
                    new Row("tested", null, told.reason(), List.of(), revision, told);
                case Result.Refused(var refusal) ->
                    new Row("refused", refusal.code().name(), refusal.reason(), refusal.faults(), 0, null);
            };
        }
    }

    @Override
    public void keep(Kept kept) {
        var row = Row.of(kept.result());
        jdbc.sql("""
                        insert into subscription_decision (request_id, subscription_id, content_hash, result, code, reason, faults,
                            revision, notification_id, delivery, decided_at)
                        values (:id, :subscription, :content, :result, :code, :reason, :faults, :revision, :notification,
                            :delivery, now())
                        on conflict (request_id) do update set result = excluded.result, code = excluded.code,
                            reason = excluded.reason, faults = excluded.faults, revision = excluded.revision,
                            notification_id = excluded.notification_id, delivery = excluded.delivery,
                            decided_at = excluded.decided_at""")
                .param("id", kept.requestId())
                .param("subscription", StorableText.of(kept.subscriptionId()))
                .param("content", kept.contentHash())
                .param("result", row.result())
                .param("code", row.code())
                .param("reason", row.reason() == null ? null : StorableText.of(row.reason()))
                .param("faults", JSON.writeValueAsString(row.faults()))
                .param("revision", row.revision())
                .param("notification", row.told() == null ? null : row.told().notificationId())
                .param("delivery", row.told() == null ? null : row.told().state())
                .update();
        jdbc.sql("delete from subscription_decision where decided_at < now() - interval '30 days'")
                .update();
    }

    @Override
    public Optional<Kept> find(UUID requestId) {
        return jdbc.sql("select * from subscription_decision where request_id = ?")
                .param(requestId)
                .query((row, _) -> kept(row))
                .optional();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var revision = row.getLong("revision");
        var result = switch (row.getString("result")) {
            case "changed" -> new Result.Changed(revision);
            case "unchanged" -> new Result.Unchanged(revision);
            case "tested" ->
                new Result.Tested(
                        revision,
                        new Told(
                                row.getObject("notification_id", UUID.class),
                                row.getString("delivery"),
                                row.getString("reason")));
            default ->
                new Result.Refused(new SubscriptionDecision.Refused(
                        Code.valueOf(row.getString("code")),
                        row.getString("reason"),
                        JSON.readValue(row.getString("faults"), FAULTS)));
        };
        return new Kept(
                row.getObject("request_id", UUID.class),
                row.getString("subscription_id"),
                row.getLong("content_hash"),
                result);
    }
}
