package io.meshwork.quality.slo.jdbc;

import io.meshwork.quality.slo.Level;
import io.meshwork.quality.slo.Slo;
import io.meshwork.quality.slo.SloPages;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class JdbcSloPages implements SloPages {

    private final JdbcClient jdbc;

    JdbcSloPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Slo> page(@Nullable String domain, @Nullable Level level, @Nullable Place after, int limit) {
        return jdbc.sql("""
                        select * from slo
                         where ended_at is null and (:domain::text is null or domain = :domain)
                           and (:level::text is null or level = :level)
                           and (:product::text is null or (product_id, objective) > (:product, :objective))
                         order by product_id, objective limit :limit
                        """)
                .param("domain", domain)
                .param("level", level == null ? null : level.word())
                .param("product", after == null ? null : after.productId())
                .param("objective", after == null ? null : after.objective())
                .param("limit", limit)
                .query(SloRows::slo)
                .list();
    }

    @Override
    public List<Slo> ofFirst(int products) {
        return jdbc.sql("""
                        select * from slo where ended_at is null and product_id in (
                            select product_id from slo_product where version is not null order by product_id limit ?)
                        order by product_id, objective
                        """).param(products).query(SloRows::slo).list();
    }
}
