package io.meshwork.quality.slo.jdbc;

import io.meshwork.quality.slo.sample.Sample;
import io.meshwork.quality.slo.sample.Samples;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class JdbcSamples implements Samples {

    private final JdbcClient jdbc;

    JdbcSamples(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(Collection<Sample> samples) {
        Map<String, Sample> newest = new TreeMap<>();
        samples.forEach(s -> newest.merge(
                s.productId() + '\0' + s.indicator(), s, (a, b) -> b.windowEnd().isBefore(a.windowEnd()) ? a : b));
        var rows = newest.values();
        jdbc.sql("""
                        insert into sli_sample (product_id, indicator, window_start, window_end, good, total, value)
                        select * from unnest(:products::text[], :indicators::text[], :starts::timestamptz[], :ends::timestamptz[],
                                             :good::bigint[], :total::bigint[], :values::float8[])
                        on conflict (product_id, indicator) do update set
                            window_start = excluded.window_start, window_end = excluded.window_end, good = excluded.good,
                            total = excluded.total, value = excluded.value
                            where excluded.window_end > sli_sample.window_end
                        """)
                .param("products", rows.stream().map(Sample::productId).toArray(String[]::new))
                .param("indicators", rows.stream().map(Sample::indicator).toArray(String[]::new))
                .param(
                        "starts",
                        rows.stream().map(s -> s.windowStart().toString()).toArray(String[]::new))
                .param("ends", rows.stream().map(s -> s.windowEnd().toString()).toArray(String[]::new))
                .param("good", rows.stream().map(Sample::good).toArray(Long[]::new))
                .param("total", rows.stream().map(Sample::total).toArray(Long[]::new))
                .param("values", rows.stream().map(Sample::value).toArray(Double[]::new))
                .update();
    }
}
