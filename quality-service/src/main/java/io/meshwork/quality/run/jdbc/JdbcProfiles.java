package io.meshwork.quality.run.jdbc;

import io.meshwork.quality.profile.DataProfile;
import io.meshwork.quality.run.Profiles;
import io.meshwork.quality.sample.FailedRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
final class JdbcProfiles implements Profiles {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<DataProfile>> DATASETS = new TypeReference<>() {};
    private static final TypeReference<List<FailedRows>> SAMPLES = new TypeReference<>() {};

    private final JdbcClient jdbc;

    JdbcProfiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(Collection<Kept> profiles) {
        for (Kept kept : profiles) {
            jdbc.sql("""
                            insert into profile (product_id, sequence, version, datasets, profiled_at)
                            values (:product, :sequence, :version, :datasets, :at::timestamptz)
                            """)
                    .param("product", kept.productId())
                    .param("sequence", kept.sequence())
                    .param("version", kept.version())
                    .param("datasets", text(kept.datasets()))
                    .param("at", kept.profiledAt().toString())
                    .update();
            jdbc.sql("""
                            delete from profile where product_id = :product and version = :version and sequence <=
                                (select sequence from profile where product_id = :product and version = :version
                                 order by sequence desc offset :most limit 1)
                            """)
                    .param("product", kept.productId())
                    .param("version", kept.version())
                    .param("most", MOST_PROFILES)
                    .update();
        }
    }

    @Override
    public void keepSamples(String productId, long sequence, List<FailedRows> samples) {
        jdbc.sql("insert into failing_sample (product_id, sequence, samples) values (?, ?, ?)")
                .params(productId, sequence, text(samples))
                .update();
        jdbc.sql("""
                        delete from failing_sample where product_id = :product and sequence <=
                            (select sequence from failing_sample where product_id = :product
                             order by sequence desc offset :most limit 1)
                        """).param("product", productId).param("most", MOST_SAMPLED).update();
    }

    private static String text(Object value) {
        return JSON.writeValueAsString(value);
    }

    @Override
    public Optional<Kept> latest(String productId, @Nullable String version) {
        return jdbc.sql("""
                        select * from profile where product_id = :product and (:version::text is null or version = :version)
                        order by sequence desc limit 1
                        """)
                .param("product", productId)
                .param("version", version)
                .query(JdbcProfiles::kept)
                .optional();
    }

    @Override
    public List<Kept> history(String productId, int limit) {
        return jdbc.sql("select * from profile where product_id = ? order by sequence desc limit ?")
                .params(productId, limit)
                .query(JdbcProfiles::kept)
                .list();
    }

    @Override
    public Optional<List<FailedRows>> samples(String productId, long sequence) {
        return jdbc.sql("select samples from failing_sample where product_id = ? and sequence = ?")
                .params(productId, sequence)
                .query(String.class)
                .optional()
                .map(samples -> JSON.readValue(samples, SAMPLES));
    }

    private static Kept kept(ResultSet row, int n) throws SQLException {
        return new Kept(
                row.getString("product_id"),
                row.getString("version"),
                row.getLong("sequence"),
                JSON.readValue(row.getString("datasets"), DATASETS),
                row.getObject("profiled_at", OffsetDateTime.class).toInstant());
    }
}
