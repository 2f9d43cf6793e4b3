package io.meshwork.messaging.jdbc;

import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Job;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Leased work. A job that is asked for again while it waits runs once, at the earlier of the two times and with the newest payload;
 * asked for while it runs, it runs once more afterwards.
 */
public final class Jobs {

    /** A job to be, see {@link io.meshwork.messaging.Outcomes#enqueue}. */
    public record Request(String kind, String key, String payload, Instant due, Cause cause) {

        private static Request after(Request earlier, Request later) {
            Instant due = earlier.due().isBefore(later.due()) ? earlier.due() : later.due();
            return new Request(later.kind(), later.key(), later.payload(), due, later.cause());
        }
    }

    /**
     * A job this replica may run until its lease ends.
     *
     * @param revision of the newest request that this run serves; no two requests have the same
     */
    public record Leased(Job job, long revision, UUID token) {}

    /** A look that comes too early by so much would find nothing. */
    private static final Duration CLOCKS_APART = Duration.ofMillis(5);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    /** @param clock close to the database's; tells a lease that has ended from one that a jump of the database's clock seems to end */
    public Jobs(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Requests of the same kind and key collapse: the last payload, the earliest time. */
    public void enqueue(List<Request> requests) {
        Map<List<String>, Request> latest = new LinkedHashMap<>();
        requests.forEach(r -> latest.merge(List.of(r.kind(), r.key()), r, Request::after));
        Collection<Request> rows = latest.values().stream()
                .sorted(Comparator.comparing(Request::kind).thenComparing(Request::key))
                .toList();
        jdbc.sql("""
                        insert into job (kind, key, payload, due_at, cause_id, correlation_id, traceparent)
                        select * from unnest(:kinds::text[], :keys::text[], :payloads::text[], :due::timestamptz[],
                                             :causes::uuid[], :correlations::text[], :traces::text[])
                        on conflict (kind, key) do update set
                            payload = excluded.payload, revision = nextval('job_revision'), attempts = 0, last_error = null,
                            due_at = case when job.lease is null then least(job.due_at, excluded.due_at) else job.due_at end,
                            again_at = case when job.lease is not null then least(job.again_at, excluded.due_at) end,
                            cause_id = excluded.cause_id, correlation_id = excluded.correlation_id, traceparent = excluded.traceparent
                        """)
                .param("kinds", column(rows, Request::kind, String[]::new))
                .param("keys", column(rows, Request::key, String[]::new))
                .param("payloads", column(rows, Request::payload, String[]::new))
                .param("due", column(rows, r -> r.due().atOffset(ZoneOffset.UTC).toString(), String[]::new))
                .param("causes", column(rows, r -> r.cause().id(), UUID[]::new))
                .param("correlations", column(rows, r -> r.cause().correlationId(), String[]::new))
                .param("traces", column(rows, r -> r.cause().traceparent(), String[]::new))
                .update();
    }

    private static <V> V[] column(
            Collection<Request> rows, Function<Request, ? extends @Nullable V> value, IntFunction<V[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    /** How long it takes until a job that was asked for can run. */
    public Duration until(Request request) {
        Duration wait = Duration.between(clock.instant(), request.due());
        return wait.isPositive() ? wait.plus(CLOCKS_APART) : Duration.ZERO;
    }

    /** Keys of the jobs of this kind that run, or are due and wait to be run. */
    public List<String> due(String kind) {
        return jdbc.sql("select key from job where kind = ? and due_at <= now() order by due_at, key")
                .param(kind)
                .query(String.class)
                .list();
    }

    /**
     * At most {@code limit} jobs; as a plain sub-query PostgreSQL may run the inner select, and its limit, once per row. A lease has
     * ended when it has by both clocks, or lies further ahead than any can: then the database's clock was put back.
     */
    public List<Leased> lease(String kind, int limit, Duration lease) {
        UUID token = UUID.randomUUID();
        return jdbc.sql("""
                        with due as materialized (
                            select kind, key from job
                            where kind = :kind and due_at <= now() and (leased_until is null
                                or leased_until < least(now(), :now)
                                or leased_until > greatest(now(), :now) + 2 * make_interval(secs => :lease))
                            order by due_at limit :limit for update skip locked)
                        update job set leased_until = now() + make_interval(secs => :lease), lease = :token,
                            attempts = attempts + 1, again_at = null
                        from due where job.kind = due.kind and job.key = due.key
                        returning job.kind, job.key, payload, revision, attempts, cause_id, correlation_id, traceparent
                        """)
                .param("kind", kind)
                .param("limit", limit)
                .param("token", token)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("lease", lease.toMillis() / 1000.0)
                .query((row, n) -> new Leased(
                        new Job(
                                row.getString("kind"),
                                row.getString("key"),
                                row.getString("payload"),
                                row.getInt("attempts") - 1,
                                new Cause(
                                        row.getObject("cause_id", UUID.class),
                                        row.getString("correlation_id"),
                                        row.getString("traceparent"))),
                        row.getLong("revision"),
                        token))
                .list();
    }

    /** Has all jobs that wait for a moment run now: they find out for themselves what is due. */
    public void lookAgain() {
        jdbc.sql("update job set due_at = now() where due_at > now() and lease is null")
                .update();
    }

    /** Keeps the lease of a job that is still running. */
    public void renew(Leased leased, Duration lease) {
        of(leased, """
                        update job set leased_until = now() + make_interval(secs => :lease)
                        where kind = :kind and key = :key and lease = :token
                        """).param("lease", lease.toMillis() / 1000.0).update();
    }

    /** How a run ended. */
    public sealed interface Completion {

        record Gone() implements Completion {}

        /** It was asked for again meanwhile, and stays to run with the newer payload in a while, or now. */
        record Again(Duration in) implements Completion {}

        /** Another replica runs the job; the result of this one must not be stored. */
        record Lost() implements Completion {}
    }

    /** Ends the job inside the transaction that stores what it decided. */
    public Completion complete(Leased leased) {
        int gone = of(
                        leased,
                        "delete from job where kind = :kind and key = :key and lease = :token and revision = :revision")
                .param("revision", leased.revision())
                .update();
        if (gone > 0) {
            return new Completion.Gone();
        }
        return of(leased, """
                        update job set leased_until = null, lease = null, attempts = 0, due_at = coalesce(again_at, due_at),
                            again_at = null
                        where kind = :kind and key = :key and lease = :token
                        returning extract(epoch from due_at - clock_timestamp())
                        """)
                .query(Double.class)
                .optional()
                .<Completion>map(seconds -> new Completion.Again(duration(seconds)))
                .orElseGet(Completion.Lost::new);
    }

    /**
     * Gives the job back to be tried again later, or sooner when it was asked for again meanwhile.
     *
     * @return when, from now; empty when the lease was lost, so that nothing was done
     */
    public Optional<Duration> retry(Leased leased, Duration delay, String error) {
        return of(leased, """
                        update job set leased_until = null, lease = null, last_error = :error,
                            due_at = least(again_at, now() + make_interval(secs => :delay)), again_at = null
                        where kind = :kind and key = :key and lease = :token
                        returning extract(epoch from due_at - clock_timestamp())
                        """)
                .param("delay", delay.toMillis() / 1000.0)
                .param("error", error)
                .query(Double.class)
                .optional()
                .map(Jobs::duration);
    }

    private JdbcClient.StatementSpec of(Leased leased, String sql) {
        return jdbc.sql(sql)
                .param("kind", leased.job().kind())
                .param("key", leased.job().key())
                .param("token", leased.token());
    }

    private static Duration duration(double seconds) {
        return Duration.ofNanos((long) (Math.max(seconds, 0) * 1e9));
    }
}
