package io.meshwork.notifier.channel.webhook.jdbc;

import static java.util.stream.Collectors.toMap;

import io.meshwork.notifier.channel.webhook.endpoint.Endpoint;
import io.meshwork.notifier.channel.webhook.endpoint.Endpoints;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcEndpoints implements Endpoints {

    private static final String PENDING =
            "(select count(*) from notification where channel = 'webhook' and target = :id and state = 'waiting')";

    private final JdbcClient jdbc;

    JdbcEndpoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(Endpoint endpoint) {
        return jdbc.sql("""
                        insert into webhook_endpoint (id, team, url, created_by, created_at, state, reason, secret,
                            previous_secret, previous_until, changed_at, last_success, last_failure, failure, failures,
                            failing_since, not_before)
                        values (:id, :team, :url, :createdBy, :createdAt, :state, :reason, :secret, :previous,
                            :previousUntil, :changedAt, :lastSuccess, :lastFailure, :failure, :failures, :failingSince,
                            :notBefore)
                        on conflict (id) do nothing""").params(EndpointRow.columns(endpoint)).update() == 1;
    }

    @Override
    public Optional<Endpoint> find(String id) {
        return jdbc.sql("select * from webhook_endpoint where id = ?")
                .param(id)
                .query(EndpointRow::read)
                .optional();
    }

    @Override
    public Optional<Endpoint> lock(String id) {
        return jdbc.sql("select * from webhook_endpoint where id = ? for update")
                .param(id)
                .query(EndpointRow::read)
                .optional();
    }

    @Override
    public void save(Endpoint endpoint) {
        jdbc.sql("""
                        update webhook_endpoint set state = :state, reason = :reason, secret = :secret,
                            previous_secret = :previous, previous_until = :previousUntil, changed_at = :changedAt,
                            last_success = :lastSuccess, last_failure = :lastFailure, failure = :failure,
                            failures = :failures, failing_since = :failingSince, not_before = :notBefore
                        where id = :id""").params(EndpointRow.columns(endpoint)).update();
    }

    @Override
    public void delete(String id) {
        jdbc.sql("delete from webhook_endpoint where id = ?").param(id).update();
    }

    @Override
    public int count(String team) {
        return jdbc.sql("select count(*) from webhook_endpoint where team = ?")
                .param(team)
                .query(Integer.class)
                .single();
    }

    @Override
    public List<String> teams() {
        return jdbc.sql("select distinct team from webhook_endpoint order by team")
                .query(String.class)
                .list();
    }

    @Override
    public List<Waiting> page(Collection<String> teams, @Nullable String after, int limit) {
        return jdbc.sql("select e.*, " + PENDING.replace(":id", "e.id") + """
                         as pending from webhook_endpoint e
                        where team = any(:teams::text[]) and id > :after order by id limit :limit""")
                .param("teams", teams.toArray(String[]::new))
                .param("after", after == null ? "" : after)
                .param("limit", limit)
                .query((row, number) -> new Waiting(EndpointRow.read(row, number), row.getLong("pending")))
                .list();
    }

    @Override
    public long pending(String id) {
        return jdbc.sql("select " + PENDING).param("id", id).query(Long.class).single();
    }

    @Override
    public Map<String, String> subscribers(Collection<String> subscriptionIds) {
        return jdbc
                .sql("select id, subscriber from subscription where id = any(?::text[])")
                .param(subscriptionIds.stream().distinct().toArray(String[]::new))
                .query((row, _) -> Map.entry(row.getString("id"), row.getString("subscriber")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
