package io.meshwork.catalog.lineage.jdbc;

import io.meshwork.catalog.address.Address;
import io.meshwork.catalog.lineage.DatasetName;
import io.meshwork.catalog.lineage.JobName;
import io.meshwork.catalog.lineage.LineageEvent;
import io.meshwork.catalog.lineage.ReportedDataset;
import io.meshwork.catalog.product.jdbc.Column;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What flows where. Inputs and outputs of a run come in several events and meet in {@code lineage_run_dataset}; an edge that is
 * known is written to once an hour at most.
 */
final class FlowRows {

    private record Run(UUID id, long job, @Nullable String state, Instant at) {}

    private record RunDataset(UUID run, long dataset, boolean output) {}

    private record Edge(long source, long target, @Nullable Long job, boolean byField, Instant seen) {}

    private record FieldEdge(
            long source,
            String sourceField,
            long target,
            String targetField,
            @Nullable Long job,
            Instant seen) {}

    private final JdbcClient jdbc;
    private final Map<Address, Long> datasets;
    private final Map<JobName, Long> jobs;

    private final Map<UUID, Run> runs = new TreeMap<>();
    private final Map<UUID, Instant> flowing = new TreeMap<>();
    private final Set<RunDataset> runDatasets = new HashSet<>();
    private final Set<Edge> edges = new HashSet<>();
    private final Set<FieldEdge> fieldEdges = new HashSet<>();

    FlowRows(JdbcClient jdbc, Map<Address, Long> datasets, Map<JobName, Long> jobs) {
        this.jdbc = jdbc;
        this.datasets = datasets;
        this.jobs = jobs;
    }

    void write(List<LineageEvent> events) {
        events.forEach(this::collect);
        if (!runs.isEmpty()) {
            writeRuns(runs.values());
        }
        if (!runDatasets.isEmpty()) {
            writeRunDatasets(runDatasets);
        }
        if (!flowing.isEmpty() || !edges.isEmpty()) {
            writeEdges(edges);
        }
        if (!fieldEdges.isEmpty()) {
            writeFieldEdges(fieldEdges);
        }
    }

    private void collect(LineageEvent event) {
        Long job = event.job() == null ? null : jobs.get(event.job());
        UUID run = event.run();
        if (run != null && job != null) {
            String state = event.state() == null ? null : event.state().name();
            runs.merge(run, new Run(run, job, state, event.time()), FlowRows::later);
        }
        if (!event.tellsOfData()) {
            return;
        }
        event.outputs().forEach(output -> collectFields(output, job, event.time()));
        if (run == null) {
            collectPairs(event, job);
        } else {
            collectRun(event, run);
        }
    }

    private static Run later(Run one, Run other) {
        return other.state() == null || other.at().isBefore(one.at()) ? one : other;
    }

    private void collectRun(LineageEvent event, UUID run) {
        event.inputs().forEach(input -> runDatasets.add(new RunDataset(run, id(input.name()), false)));
        event.outputs().stream()
                .filter(output -> !output.dropped())
                .forEach(output -> runDatasets.add(new RunDataset(run, id(output.name()), true)));
        if (!event.inputs().isEmpty() || !event.outputs().isEmpty()) {
            flowing.merge(run, event.time(), (a, b) -> a.isBefore(b) ? b : a);
        }
    }

    private void collectPairs(LineageEvent event, @Nullable Long job) {
        for (ReportedDataset output : event.outputs()) {
            for (ReportedDataset input : output.dropped() ? List.<ReportedDataset>of() : event.inputs()) {
                add(new Edge(id(input.name()), id(output.name()), job, false, event.time()));
            }
        }
    }

    private void collectFields(ReportedDataset output, @Nullable Long job, Instant seen) {
        long target = id(output.name());
        for (ReportedDataset.FieldOrigin origin : output.origins()) {
            long source = id(origin.source());
            add(new Edge(source, target, job, true, seen));
            if (source != target) {
                fieldEdges.add(new FieldEdge(source, origin.sourceField(), target, origin.field(), job, seen));
            }
        }
    }

    /** A job that changes a table in place tells nothing of where its data comes from. */
    private void add(Edge edge) {
        if (edge.source() != edge.target()) {
            edges.add(edge);
        }
    }

    private long id(DatasetName name) {
        Long id = datasets.get(name.address());
        if (id == null) {
            throw new IllegalStateException("no row was written for " + name);
        }
        return id;
    }

    /** Locks the runs, so that of two events at a time the second sees what the first has brought. */
    private void writeRuns(Collection<Run> rows) {
        jdbc.sql("""
                        insert into lineage_run as r (id, job_id, state, state_at, seen_at)
                        select id::uuid, job, state, at::timestamptz, now()
                        from unnest(:ids::text[], :jobs::bigint[], :states::text[], :at::text[]) as e(id, job, state, at)
                        on conflict (id) do update set
                            state = case
                                when excluded.state is not null and excluded.state_at >= r.state_at then excluded.state
                                else coalesce(r.state, excluded.state) end,
                            state_at = greatest(r.state_at, excluded.state_at),
                            seen_at = excluded.seen_at
                        """)
                .param("ids", Column.texts(rows, Run::id))
                .param("jobs", Column.numbers(rows, Run::job))
                .param("states", Column.texts(rows, Run::state))
                .param("at", Column.texts(rows, Run::at))
                .update();
    }

    private void writeRunDatasets(Collection<RunDataset> rows) {
        jdbc.sql("""
                        insert into lineage_run_dataset (run_id, dataset_id, output)
                        select run::uuid, dataset, output::boolean
                        from unnest(:runs::text[], :datasets::bigint[], :outputs::text[]) as e(run, dataset, output)
                        on conflict do nothing
                        """)
                .param("runs", Column.texts(rows, RunDataset::run))
                .param("datasets", Column.numbers(rows, RunDataset::dataset))
                .param("outputs", Column.texts(rows, RunDataset::output))
                .update();
    }

    /** Everything that a run has read with everything it has written, and what events tell without a run. */
    private void writeEdges(Collection<Edge> rows) {
        jdbc.sql("""
                        insert into lineage_edge as e (source_id, target_id, job_id, by_field, seen_at)
                        select source, target, job, bool_or(by_field), max(seen)
                        from (
                            select i.source, i.target, r.job_id as job, false as by_field, f.seen::timestamptz as seen
                            from unnest(:runs::text[], :flowed::text[]) as f(run, seen)
                            join lineage_run r on r.id = f.run::uuid
                            cross join lateral (
                                select i.dataset_id as source, o.dataset_id as target
                                from lineage_run_dataset i join lineage_run_dataset o on o.run_id = i.run_id and o.output
                                where i.run_id = r.id and not i.output and i.dataset_id <> o.dataset_id
                                limit :pairs) as i
                            union all
                            select source, target, job::bigint, by_field::boolean, seen::timestamptz
                            from unnest(
                                :sources::bigint[], :targets::bigint[], :jobs::text[], :byField::text[], :seen::text[])
                            as n(source, target, job, by_field, seen)) as told
                        group by source, target, job
                        having not exists (
                            select from lineage_edge k
                            where k.source_id = source and k.target_id = target and k.job_id is not distinct from job
                                and k.by_field >= bool_or(told.by_field) and k.seen_at >= max(told.seen) - interval '1 hour')
                        order by source, target, job
                        on conflict (source_id, target_id, job_id) do update set
                            by_field = e.by_field or excluded.by_field, seen_at = greatest(e.seen_at, excluded.seen_at)
                        """)
                .param("runs", Column.texts(flowing.keySet(), run -> run))
                .param("flowed", Column.texts(flowing.values(), seen -> seen))
                .param("pairs", LineageEvent.MOST_PAIRS)
                .param("sources", Column.numbers(rows, Edge::source))
                .param("targets", Column.numbers(rows, Edge::target))
                .param("jobs", Column.texts(rows, Edge::job))
                .param("byField", Column.texts(rows, Edge::byField))
                .param("seen", Column.texts(rows, Edge::seen))
                .update();
    }

    private void writeFieldEdges(Collection<FieldEdge> rows) {
        jdbc.sql("""
                        insert into lineage_field_edge as e (source_id, source_field, target_id, target_field, job_id, seen_at)
                        select source, source_field, target, target_field, job, max(seen)
                        from (
                            select source, source_field, target, target_field, job::bigint as job, seen::timestamptz as seen
                            from unnest(
                                :sources::bigint[], :sourceFields::text[], :targets::bigint[], :targetFields::text[],
                                :jobs::text[], :seen::text[])
                            as n(source, source_field, target, target_field, job, seen)) as told
                        group by source, source_field, target, target_field, job
                        having not exists (
                            select from lineage_field_edge k
                            where k.source_id = source and k.source_field = told.source_field and k.target_id = target
                                and k.target_field = told.target_field and k.job_id is not distinct from job
                                and k.seen_at >= max(told.seen) - interval '1 hour')
                        order by source, source_field, target, target_field, job
                        on conflict (source_id, source_field, target_id, target_field, job_id) do update set
                            seen_at = greatest(e.seen_at, excluded.seen_at)
                        """)
                .param("sources", Column.numbers(rows, FieldEdge::source))
                .param("sourceFields", Column.texts(rows, FieldEdge::sourceField))
                .param("targets", Column.numbers(rows, FieldEdge::target))
                .param("targetFields", Column.texts(rows, FieldEdge::targetField))
                .param("jobs", Column.texts(rows, FieldEdge::job))
                .param("seen", Column.texts(rows, FieldEdge::seen))
                .update();
    }
}
