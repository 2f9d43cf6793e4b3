package io.meshwork.quality.run.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.events.MeasuredCheck;
import io.meshwork.events.ProductRefreshed;
import io.meshwork.messaging.RequestTopic;
import io.meshwork.quality.results.ToolResults;
import io.meshwork.quality.run.web.RefreshTopic.Report;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RefreshTopicTest {

    private static final Instant NIGHT = Instant.parse("2026-03-01T02:00:00Z");

    private final Map<UUID, ProductRefreshed> appended = new LinkedHashMap<>();

    private final RefreshTopic topic = new RefreshTopic(new RequestTopic() {
        @Override
        public UUID append(String topic, String key, UUID id, SpecificRecord value, Map<String, String> headers) {
            appended.put(id, (ProductRefreshed) value);
            return id;
        }
    });

    private static Report report(@Nullable String version, @Nullable Instant refreshedAt) {
        String assertions = """
                {"eventTime": "2026-03-01T02:00:00Z", "job": {"name": "tests"}, "dataset": {"name": "orders", "facets": {
                  "dataQualityAssertions": {"assertions": [{"assertion": "unique", "success": false, "column": "id", "severity": "warn"}]}}}}
                """;
        var read = (ToolResults.Reading.Understood) ToolResults.read(assertions, null);
        return new Report(
                "shop.orders", version, NIGHT, refreshedAt, read.results().checks());
    }

    @Test
    void theSameReportOfTheSameCallerIsTheSameRecord() {
        topic.append(report(null, null), "ana");
        topic.append(report(null, null), "ana");
        assertThat(appended).hasSize(1);

        topic.append(report(null, null), "bob");
        topic.append(report("1.0.0", null), "ana");
        topic.append(report(null, NIGHT), "ana");
        assertThat(appended).hasSize(4);
    }

    @Test
    void tellsOfChecksWithoutSayingThatDataHasLanded() {
        topic.append(report(null, null), "ana");

        ProductRefreshed refreshed = List.copyOf(appended.values()).getFirst();
        assertThat(refreshed.getNewData()).isFalse();
        assertThat(refreshed.getMeasuredAt()).isEqualTo(NIGHT);
        MeasuredCheck check = refreshed.getChecks().getFirst();
        assertThat(check.getMeasured()).isNaN();
        assertThat(check.getStatus()).isEqualTo("failed");
        assertThat(check.getSeverity()).isEqualTo("warning");
        assertThat(List.of(check.getTool(), check.getSuite(), check.getDataset(), check.getColumn()))
                .containsExactly("openlineage", "tests", "orders", "id");
    }
}
