package io.meshwork.catalog.lineage.jdbc;

import io.meshwork.catalog.address.Address;
import io.meshwork.catalog.lineage.LineageEvent;
import io.meshwork.catalog.lineage.LineageStore;
import io.meshwork.catalog.product.jdbc.Column;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The flow of data in PostgreSQL; each statement takes a whole batch. */
@Repository
class JdbcLineageStore implements LineageStore {

    private record LookUp(Address asked, int rank, Address address) {}

    private final JdbcClient jdbc;

    JdbcLineageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(List<LineageEvent> events) {
        Map<Address, Long> datasets = new DatasetRows(jdbc).ids(events);
        new FlowRows(jdbc, datasets, new JobRows(jdbc).ids(events)).write(events);
    }

    @Override
    public Map<Address, Set<String>> domains(Collection<Address> addresses) {
        List<LookUp> lookUps =
                addresses.stream().flatMap(JdbcLineageStore::lookUps).toList();
        Map<Address, Set<String>> domains = new HashMap<>();
        if (lookUps.isEmpty()) {
            return domains;
        }
        jdbc.sql("""
                        select asked, split_part(product_id, '.', 1) as domain
                        from (
                            select l.asked, p.product_id, rank() over (partition by l.asked order by l.rank) as place
                            from unnest(:asked::text[], :ranks::int[], :addresses::text[]) as l(asked, rank, address)
                            join product_port p on p.address = l.address) as found
                        where place = 1
                        """)
                .param("asked", Column.texts(lookUps, LookUp::asked))
                .param("ranks", Column.numbers(lookUps, LookUp::rank))
                .param("addresses", Column.texts(lookUps, LookUp::address))
                .query(row -> {
                    domains.computeIfAbsent(new Address(row.getString("asked")), address -> new HashSet<>())
                            .add(row.getString("domain"));
                });
        return domains;
    }

    private static Stream<LookUp> lookUps(Address asked) {
        List<Address> lookUps = asked.lookUps();
        return IntStream.range(0, lookUps.size()).mapToObj(rank -> new LookUp(asked, rank, lookUps.get(rank)));
    }

    @Override
    public int trim(Duration runs, Duration flows) {
        return delete("lineage_run where seen_at < now() - make_interval(secs => :seconds)", runs)
                + delete("lineage_edge where seen_at < now() - make_interval(secs => :seconds)", flows)
                + delete("lineage_field_edge where seen_at < now() - make_interval(secs => :seconds)", flows)
                + delete("""
                        lineage_dataset d where seen_at < now() - make_interval(secs => :seconds)
                            and not exists (select from lineage_edge where source_id = d.id)
                            and not exists (select from lineage_edge where target_id = d.id)
                            and not exists (select from lineage_run_dataset where dataset_id = d.id)
                            and not exists (select from lineage_dataset o where o.leader = d.leader and o.id <> d.id)
                        """, flows)
                + delete("""
                        lineage_job j where seen_at < now() - make_interval(secs => :seconds)
                            and not exists (select from lineage_edge where job_id = j.id)
                            and not exists (select from lineage_field_edge where job_id = j.id)
                            and not exists (select from lineage_run where job_id = j.id)
                        """, flows);
    }

    private int delete(String what, Duration age) {
        return jdbc.sql("delete from " + what)
                .param("seconds", (double) age.toSeconds())
                .update();
    }
}
