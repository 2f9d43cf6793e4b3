package io.meshwork.catalog.lineage.jdbc;

import io.meshwork.catalog.address.Address;
import io.meshwork.catalog.lineage.DatasetName;
import io.meshwork.catalog.lineage.LineageEvent;
import io.meshwork.catalog.lineage.ReportedDataset;
import io.meshwork.catalog.product.jdbc.Column;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Datasets by their addresses. A known one is written to once an hour at most, so that busy jobs do not wait for each other. */
final class DatasetRows {

    /** How exactly it is known when something was last heard of. */
    static final Duration PRECISION = Duration.ofHours(1);

    private record Named(DatasetName name, Address address, Instant seen) {}

    private record Known(long id, long leader, Instant seen) {}

    private record LookUp(long dataset, int rank, Address address) {}

    private record Pair(Address one, Address other) {}

    private final JdbcClient jdbc;
    private final Map<Address, Known> known = new HashMap<>();

    DatasetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ids of all datasets of these events, which are there from now on, and known to be the same where an event says so. */
    Map<Address, Long> ids(List<LineageEvent> events) {
        Map<Address, Named> named = named(events);
        find(named.keySet());
        write(named.values().stream().filter(this::isNews).toList());
        join(events);
        Map<Address, Long> ids = new HashMap<>();
        known.forEach((address, row) -> ids.put(address, row.id()));
        return ids;
    }

    /** In the order of addresses, in which rows are locked. */
    private static Map<Address, Named> named(List<LineageEvent> events) {
        Map<Address, Named> named = new TreeMap<>(Comparator.comparing(Address::text));
        for (LineageEvent event : events) {
            Stream.concat(event.inputs().stream(), event.outputs().stream())
                    .flatMap(DatasetRows::names)
                    .map(name -> new Named(name, name.address(), event.time()))
                    .forEach(one ->
                            named.merge(one.address(), one, (a, b) -> a.seen().isBefore(b.seen()) ? b : a));
        }
        return named;
    }

    private static Stream<DatasetName> names(ReportedDataset dataset) {
        return Stream.of(
                        Stream.of(dataset.name()),
                        dataset.symlinks().stream(),
                        dataset.origins().stream().map(ReportedDataset.FieldOrigin::source))
                .flatMap(names -> names);
    }

    private void find(Collection<Address> addresses) {
        jdbc.sql("select id, leader, address, seen_at from lineage_dataset where address = any(:addresses::text[])")
                .param("addresses", Column.texts(addresses, address -> address))
                .query(this::remember);
    }

    private void remember(ResultSet row) throws SQLException {
        known.put(
                new Address(row.getString("address")),
                new Known(
                        row.getLong("id"),
                        row.getLong("leader"),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant()));
    }

    private boolean isNews(Named one) {
        Known row = known.get(one.address());
        return row == null || row.seen().plus(PRECISION).isBefore(one.seen());
    }

    private void write(List<Named> news) {
        if (news.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into lineage_dataset as d (id, leader, address, namespace, name, seen_at)
                        select n, n, address, namespace, name, seen::timestamptz
                        from (
                            select nextval('lineage_dataset_id_seq') as n, r.*
                            from unnest(:addresses::text[], :namespaces::text[], :names::text[], :seen::text[])
                            as r(address, namespace, name, seen)) as numbered
                        on conflict (address) do update set seen_at = greatest(d.seen_at, excluded.seen_at)
                        returning id, leader, address, seen_at
                        """)
                .param("addresses", Column.texts(news, Named::address))
                .param("namespaces", Column.texts(news, one -> one.name().namespace()))
                .param("names", Column.texts(news, one -> one.name().name()))
                .param("seen", Column.texts(news, Named::seen))
                .query(this::remember);
        writeLookUps(news);
    }

    private void writeLookUps(List<Named> news) {
        List<LookUp> rows = news.stream().flatMap(this::lookUps).toList();
        jdbc.sql("""
                        insert into lineage_look_up (dataset_id, rank, address)
                        select * from unnest(:datasets::bigint[], :ranks::smallint[], :addresses::text[])
                        on conflict do nothing
                        """)
                .param("datasets", Column.numbers(rows, LookUp::dataset))
                .param("ranks", Column.numbers(rows, LookUp::rank))
                .param("addresses", Column.texts(rows, LookUp::address))
                .update();
    }

    private Stream<LookUp> lookUps(Named one) {
        List<Address> lookUps = one.address().lookUps();
        return IntStream.range(0, lookUps.size())
                .mapToObj(rank -> new LookUp(row(one.address()).id(), rank, lookUps.get(rank)));
    }

    private Known row(Address address) {
        Known row = known.get(address);
        if (row == null) {
            throw new IllegalStateException("a dataset that was just written is not there: " + address);
        }
        return row;
    }

    private void join(List<LineageEvent> events) {
        List<Pair> apart = events.stream()
                .flatMap(event -> Stream.concat(event.inputs().stream(), event.outputs().stream()))
                .flatMap(dataset -> dataset.symlinks().stream()
                        .map(other -> new Pair(dataset.name().address(), other.address())))
                .distinct()
                .filter(pair -> row(pair.one()).leader() != row(pair.other()).leader())
                .toList();
        if (!apart.isEmpty()) {
            Leaders.join(
                    jdbc,
                    apart.stream().map(pair -> row(pair.one()).id()).toList(),
                    apart.stream().map(pair -> row(pair.other()).id()).toList());
        }
    }
}
