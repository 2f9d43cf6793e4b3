package io.meshwork.catalog.lineage.jdbc;

import io.meshwork.catalog.lineage.Direction;
import io.meshwork.catalog.lineage.Hop;
import io.meshwork.catalog.lineage.JobName;
import io.meshwork.catalog.lineage.LineageView.Hops;
import io.meshwork.catalog.lineage.Spot;
import io.meshwork.catalog.product.jdbc.Column;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One level of a walk: all steps that lead away from some spots, in at most five queries. */
final class Level {

    /**
     * A step between datasets, as it was read.
     *
     * @param nearField null when all of the dataset is meant
     * @param farField null when all of the dataset is meant
     */
    private record Step(
            long near,
            @Nullable String nearField,
            long far,
            @Nullable String farField,
            @Nullable JobName job,
            Instant seen,
            boolean certain) {}

    /** Away from the spots: the far end is the target downstream, and the source upstream. */
    private static final String WHOLE = """
            select distinct on (n.leader, f.leader, e.job_id)
                n.leader as near, null as near_field, f.leader as far, null as far_field, j.namespace, j.name, e.seen_at
            from lineage_dataset n
            join lineage_edge e on e.NEAR_id = n.id
            join lineage_dataset f on f.id = e.FAR_id
            left join lineage_job j on j.id = e.job_id
            where n.leader = any(:datasets::bigint[]) and f.leader <> n.leader
            order by n.leader, f.leader, e.job_id, e.seen_at desc limit :most
            """;

    /** An edge without fields may carry any of them. */
    private static final String BY_FIELD = """
            select n.leader as near, a.field as near_field, f.leader as far, e.FAR_field as far_field,
                j.namespace, j.name, e.seen_at
            from unnest(:datasets::bigint[], :fields::text[]) as a(dataset, field)
            join lineage_dataset n on n.leader = a.dataset
            join lineage_field_edge e on e.NEAR_id = n.id and (e.NEAR_field = a.field or e.target_field = '' and :up)
            join lineage_dataset f on f.id = e.FAR_id
            left join lineage_job j on j.id = e.job_id
            where f.leader <> n.leader
            union all
            select n.leader, a.field, f.leader, null, j.namespace, j.name, e.seen_at
            from unnest(:datasets::bigint[], :fields::text[]) as a(dataset, field)
            join lineage_dataset n on n.leader = a.dataset
            join lineage_edge e on e.NEAR_id = n.id and not e.by_field
            join lineage_dataset f on f.id = e.FAR_id
            left join lineage_job j on j.id = e.job_id
            where f.leader <> n.leader
            limit :most
            """;

    private final JdbcClient jdbc;
    private final Direction direction;
    private final int most;
    private final Map<Long, Set<Spot>> whole = new LinkedHashMap<>();
    private final Map<String, Set<Spot>> products = new LinkedHashMap<>();
    private final Set<Spot.Field> fields = new LinkedHashSet<>();
    private final Map<Hop, Hop> hops = new LinkedHashMap<>();
    private boolean cut;

    Level(JdbcClient jdbc, Direction direction, int most) {
        this.jdbc = jdbc;
        this.direction = direction;
        this.most = most;
    }

    Hops from(Collection<Spot> spots) {
        spots.forEach(this::sort);
        addDatasetsOfProducts();
        List<Step> steps = new ArrayList<>();
        if (!whole.isEmpty()) {
            take(wholeSteps(), steps);
        }
        if (!fields.isEmpty()) {
            take(fieldSteps(), steps);
        }
        addObserved(steps);
        Declared declared = new Declared(jdbc, direction, most);
        declared.from(products, whole).forEach(this::add);
        return new Hops(List.copyOf(hops.values()), cut || declared.cut());
    }

    private void take(List<Step> found, List<Step> steps) {
        cut |= found.size() == most;
        steps.addAll(found);
    }

    private void sort(Spot spot) {
        switch (spot) {
            case Spot.Product product -> put(products, product.id(), spot);
            case Spot.Dataset dataset -> put(whole, dataset.id(), spot);
            case Spot.Field field -> {
                fields.add(field);
                if (field.product() != null) {
                    put(products, field.product(), spot);
                }
            }
            case Spot.Source _ -> {}
        }
    }

    private static <K> void put(Map<K, Set<Spot>> spots, K key, Spot spot) {
        spots.computeIfAbsent(key, one -> new LinkedHashSet<>()).add(spot);
    }

    private void addDatasetsOfProducts() {
        Set<String> ids = products.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(Spot.Product.class::isInstance))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return;
        }
        for (Owners.Owned owned : Owners.datasets(jdbc, ids)) {
            for (Spot spot : products.getOrDefault(owned.product(), Set.of())) {
                if (spot instanceof Spot.Product(var id, var port) && (port == null || port.equals(owned.port()))) {
                    put(whole, owned.dataset(), spot);
                }
            }
        }
    }

    private List<Step> wholeSteps() {
        return jdbc.sql(directed(WHOLE))
                .param("datasets", whole.keySet().toArray(Long[]::new))
                .param("most", most)
                .query((row, n) -> step(row))
                .list();
    }

    private List<Step> fieldSteps() {
        return jdbc.sql(directed(BY_FIELD))
                .param("datasets", Column.numbers(fields, Spot.Field::dataset))
                .param("fields", Column.texts(fields, Spot.Field::name))
                .param("up", direction == Direction.UPSTREAM)
                .param("most", most)
                .query((row, n) -> step(row))
                .list();
    }

    private String directed(String sql) {
        boolean down = direction == Direction.DOWNSTREAM;
        return sql.replace("NEAR", down ? "source" : "target").replace("FAR", down ? "target" : "source");
    }

    private static Step step(ResultSet row) throws SQLException {
        String nearField = row.getString("near_field");
        String farField = row.getString("far_field");
        String job = row.getString("name");
        return new Step(
                row.getLong("near"),
                nearField,
                row.getLong("far"),
                farField == null || farField.isEmpty() ? null : farField,
                job == null ? null : new JobName(row.getString("namespace"), job),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                nearField == null || farField != null);
    }

    private void addObserved(List<Step> steps) {
        if (steps.isEmpty()) {
            return;
        }
        Map<Long, List<String>> owners =
                Owners.of(jdbc, steps.stream().map(Step::far).collect(Collectors.toSet()));
        Map<Long, Set<Spot.Field>> fieldsByDataset = new HashMap<>();
        fields.forEach(field -> fieldsByDataset
                .computeIfAbsent(field.dataset(), dataset -> new HashSet<>())
                .add(field));
        for (Step step : steps) {
            Stream<? extends Spot> near = step.nearField() == null
                    ? whole.getOrDefault(step.near(), Set.of()).stream()
                    : fieldsByDataset.getOrDefault(step.near(), Set.of()).stream()
                            .filter(field -> field.name().equals(step.nearField()));
            List<Spot> far = far(step, owners.getOrDefault(step.far(), List.of()));
            near.forEach(from -> far.forEach(to -> add(hop(from, to, step))));
        }
    }

    private static List<Spot> far(Step step, List<String> owners) {
        String field = step.farField();
        if (owners.isEmpty()) {
            return List.of(field == null ? new Spot.Dataset(step.far()) : new Spot.Field(step.far(), field, null));
        }
        return owners.stream()
                .map(owner ->
                        field == null ? (Spot) new Spot.Product(owner, null) : new Spot.Field(step.far(), field, owner))
                .toList();
    }

    private Hop hop(Spot near, Spot far, Step step) {
        return direction == Direction.DOWNSTREAM
                ? new Hop(near, far, false, step.job(), step.seen(), step.certain())
                : new Hop(far, near, false, step.job(), step.seen(), step.certain());
    }

    /** Data that flows inside of a product is its own affair. */
    private void add(Hop hop) {
        if (!(hop.from() instanceof Spot.Product(var one, var _)
                && hop.to() instanceof Spot.Product(var other, var _)
                && one.equals(other))) {
            hops.merge(hop.seen(null), hop, Level::later);
        }
    }

    /** Each partition of a product's data is a dataset; together they are one step, last seen when the latest of them was. */
    private static Hop later(Hop one, Hop other) {
        return one.seenAt() == null || other.seenAt() == null || one.seenAt().isAfter(other.seenAt()) ? one : other;
    }
}
