package io.meshwork.catalog.product.jdbc;

import io.meshwork.catalog.address.InputAddress;
import io.meshwork.catalog.address.PortAddress;
import io.meshwork.contract.model.DataProduct;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes where products have their data and what they are made from, in place of what an earlier version said. */
public final class AddressRows {

    private record Port(String productId, PortAddress port) {}

    private record Input(String productId, InputAddress input) {}

    private AddressRows() {}

    /** @param products of locked rows; of several versions of one product the last counts */
    public static void replace(JdbcClient jdbc, Collection<DataProduct> products) {
        Map<String, DataProduct> latest = new LinkedHashMap<>();
        products.forEach(product -> latest.put(product.id(), product));
        replacePorts(jdbc, latest.values());
        replaceInputs(jdbc, latest.values());
    }

    private static void replacePorts(JdbcClient jdbc, Collection<DataProduct> products) {
        List<Port> rows = products.stream()
                .flatMap(product -> PortAddress.of(product).stream().map(port -> new Port(product.id(), port)))
                .toList();
        jdbc.sql("""
                        with earlier as (delete from product_port where product_id = any(:products::text[]))
                        insert into product_port (product_id, port, address)
                        select * from unnest(:ids::text[], :ports::text[], :addresses::text[])
                        """)
                .param("products", Column.texts(products, DataProduct::id))
                .param("ids", Column.texts(rows, Port::productId))
                .param("ports", Column.texts(rows, row -> row.port().port()))
                .param("addresses", Column.texts(rows, row -> row.port().address()))
                .update();
    }

    private static void replaceInputs(JdbcClient jdbc, Collection<DataProduct> products) {
        List<Input> rows = products.stream()
                .flatMap(product -> InputAddress.of(product).stream().map(input -> new Input(product.id(), input)))
                .toList();
        jdbc.sql("""
                        with earlier as (delete from product_input where product_id = any(:products::text[]))
                        insert into product_input (product_id, ordinal, source, rank, address)
                        select * from unnest(
                            :ids::text[], :ordinals::int[], :sources::text[], :ranks::smallint[], :addresses::text[])
                        """)
                .param("products", Column.texts(products, DataProduct::id))
                .param("ids", Column.texts(rows, Input::productId))
                .param("ordinals", Column.numbers(rows, row -> row.input().ordinal()))
                .param("sources", Column.texts(rows, row -> row.input().source()))
                .param("ranks", Column.numbers(rows, row -> row.input().rank()))
                .param("addresses", Column.texts(rows, row -> row.input().address()))
                .update();
    }
}
