package io.meshwork.quality.slo.jdbc;

import io.meshwork.quality.slo.VersionEnds;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class JdbcVersionEnds implements VersionEnds {

    private final JdbcClient jdbc;

    JdbcVersionEnds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void retired(Collection<Version> versions) {
        jdbc.sql("""
                        with ended as (
                            insert into version_end (product_id, version)
                            select distinct * from unnest(:products::text[], :versions::text[]) order by 1, 2
                            on conflict do nothing returning product_id)
                        insert into slo_news (product_id, contract) select distinct product_id, true from ended
                        """)
                .param("products", Column.texts(versions, Version::productId))
                .param("versions", Column.texts(versions, Version::version))
                .update();
    }
}
