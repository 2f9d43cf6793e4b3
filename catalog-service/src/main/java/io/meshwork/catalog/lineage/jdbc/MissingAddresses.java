package io.meshwork.catalog.lineage.jdbc;

import io.meshwork.catalog.product.jdbc.AddressRows;
import io.meshwork.catalog.product.jdbc.Column;
import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.read.DataProductJson;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Addresses and consumers of products whose latest version was published before the catalog kept them. */
@Component
public class MissingAddresses {

    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    MissingAddresses(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @return of how many products they were written; several replicas share the work */
    public int write() {
        int all = 0;
        Integer last;
        do {
            last = transaction.execute(status -> writeSome());
            all += last == null ? 0 : last;
        } while (last != null && last == AT_ONCE);
        return all;
    }

    /** Products that are just being published are passed over: they have theirs when that is done. */
    private int writeSome() {
        List<DataProduct> products = jdbc.sql("""
                        select c.contract
                        from product p
                        join product_contract c on c.product_id = p.id and c.version = p.latest_version
                        where not exists (select from product_port where product_id = p.id)
                        order by p.id limit :limit
                        for update of p skip locked
                        """)
                .param("limit", AT_ONCE)
                .query((row, n) -> DataProductJson.read(row.getString("contract")))
                .list();
        if (!products.isEmpty()) {
            AddressRows.replace(jdbc, products);
            writeConsumers(products);
        }
        return products.size();
    }

    private void writeConsumers(List<DataProduct> products) {
        jdbc.sql("""
                        update product_version as v set consumers = coalesce(c.contract::jsonb -> 'consumers', '[]')
                        from product_contract c
                        where c.product_id = v.product_id and c.version = v.version
                            and v.product_id = any(:ids::text[])
                        """).param("ids", Column.texts(products, DataProduct::id)).update();
    }
}
