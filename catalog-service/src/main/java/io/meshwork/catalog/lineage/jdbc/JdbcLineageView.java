package io.meshwork.catalog.lineage.jdbc;

import io.meshwork.catalog.address.Address;
import io.meshwork.catalog.lineage.DatasetName;
import io.meshwork.catalog.lineage.Direction;
import io.meshwork.catalog.lineage.LineageView;
import io.meshwork.catalog.lineage.ProductLabel;
import io.meshwork.catalog.lineage.Spot;
import io.meshwork.catalog.product.jdbc.Column;
import io.meshwork.contract.model.Consumer;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The flow of data, read level by level. */
@Repository
class JdbcLineageView implements LineageView {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final JdbcClient jdbc;

    JdbcLineageView(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Hops hops(Collection<Spot> spots, Direction direction, int most) {
        return new Level(jdbc, direction, most).from(spots);
    }

    @Override
    public boolean hasProduct(String productId) {
        return exists("select from product where id = :id and latest_version is not null", productId, null);
    }

    @Override
    public boolean hasPort(String productId, String port) {
        return exists("select from product_port where product_id = :id and port = :port", productId, port);
    }

    private boolean exists(String query, String productId, @Nullable String port) {
        return jdbc.sql("select exists (" + query + ")")
                .param("id", productId)
                .param("port", port)
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<Spot> dataset(List<Address> addresses, @Nullable String field) {
        Map<String, Long> found = new HashMap<>();
        jdbc.sql("select address, leader from lineage_dataset where address = any(:addresses::text[])")
                .param("addresses", Column.texts(addresses, address -> address))
                .query(row -> {
                    found.put(row.getString("address"), row.getLong("leader"));
                });
        return addresses.stream()
                .map(address -> found.get(address.text()))
                .filter(leader -> leader != null)
                .findFirst()
                .map(leader -> spot(leader, field));
    }

    private Spot spot(long leader, @Nullable String field) {
        List<String> owners = Owners.of(jdbc, Set.of(leader)).getOrDefault(leader, List.of());
        String owner = owners.isEmpty() ? null : owners.getFirst();
        if (field != null) {
            return new Spot.Field(leader, field, owner);
        }
        return owner != null ? new Spot.Product(owner, null) : new Spot.Dataset(leader);
    }

    /** Contracts call a field by its logical name, jobs by that of the column. */
    @Override
    public Set<Spot> fields(String productId, @Nullable String port, String field) {
        Set<Spot> spots = new LinkedHashSet<>();
        Owners.datasets(jdbc, Set.of(productId)).stream()
                .filter(owned -> port == null || port.equals(owned.port()))
                .forEach(owned -> columns(productId, field)
                        .forEach(column -> spots.add(new Spot.Field(owned.dataset(), column, productId))));
        return spots;
    }

    private Set<String> columns(String productId, String field) {
        Set<String> columns = new LinkedHashSet<>(Set.of(field));
        columns.addAll(jdbc.sql("""
                        select f ->> 'physicalName'
                        from product p
                        join product_contract c on c.product_id = p.id and c.version = p.latest_version
                        cross join jsonb_path_query(c.contract::jsonb, '$.schema[*].fields[*]') as f
                        where p.id = :id and f ->> 'name' = :field and f ->> 'physicalName' is not null
                        """)
                .param("id", productId)
                .param("field", field)
                .query(String.class)
                .set());
        return columns;
    }

    @Override
    public Map<String, ProductLabel> products(Collection<String> ids) {
        return jdbc
                .sql("""
                        select v.product_id, v.version, v.title, v.owner_team, v.owner_contact, v.consumers
                        from product p
                        join product_version v on v.product_id = p.id and v.version = p.latest_version
                        where p.id = any(:ids::text[])
                        """)
                .param("ids", ids.toArray(String[]::new))
                .query((row, n) -> new ProductLabel(
                        row.getString("product_id"),
                        row.getString("version"),
                        row.getString("title"),
                        row.getString("owner_team"),
                        row.getString("owner_contact"),
                        consumers(row.getString("consumers"))))
                .list()
                .stream()
                .collect(Collectors.toMap(ProductLabel::id, label -> label));
    }

    private static List<Consumer> consumers(String json) {
        return json.equals("[]") ? List.of() : JSON.readValue(json, new TypeReference<List<Consumer>>() {});
    }

    @Override
    public Map<Long, DatasetName> datasets(Collection<Long> ids) {
        Map<Long, DatasetName> names = new HashMap<>();
        jdbc.sql("select id, namespace, name from lineage_dataset where id = any(:ids::bigint[])")
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    names.put(row.getLong("id"), new DatasetName(row.getString("namespace"), row.getString("name")));
                });
        return names;
    }
}
