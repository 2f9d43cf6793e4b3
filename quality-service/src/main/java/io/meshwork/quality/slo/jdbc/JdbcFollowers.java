package io.meshwork.quality.slo.jdbc;

import io.meshwork.quality.run.Followers;
import io.meshwork.quality.run.Version;
import io.meshwork.quality.slo.promise.Objectives;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes products for the watch; only inserts, so that it waits for nobody. */
@Component
final class JdbcFollowers implements Followers {

    private final JdbcClient jdbc;

    JdbcFollowers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A version that promises nothing matters only where an earlier one does. */
    @Override
    public void published(Collection<Version> versions) {
        jdbc.sql("""
                        insert into slo_news (product_id, contract)
                        select distinct id, true from unnest(:ids::text[], :promising::boolean[]) as t (id, promising)
                         where promising or exists (select from slo_product where product_id = id)
                        """)
                .param("ids", Column.texts(versions, Version::productId))
                .param(
                        "promising",
                        Column.of(versions, v -> !Objectives.of(v.product()).isEmpty(), Boolean[]::new))
                .update();
    }

    /** A product whose contract is not read yet is judged when it is. */
    @Override
    public void measured(Collection<String> productIds) {
        jdbc.sql("""
                        insert into slo_news (product_id, contract)
                        select distinct id, false from unnest(:ids::text[]) as t (id)
                         where exists (select from slo_product where product_id = id and version is not null)
                        """).param("ids", productIds.toArray(String[]::new)).update();
    }
}
