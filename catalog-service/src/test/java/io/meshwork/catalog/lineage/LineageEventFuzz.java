package io.meshwork.catalog.lineage;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a producer sends, it is an event or refused with a reason. */
class LineageEventFuzz {

    static Stream<byte[]> events() {
        return Stream.of(
                        """
                        {"eventType": "COMPLETE", "eventTime": "2026-03-01T10:00:00Z",
                         "run": {"runId": "0191b2c3-0000-7000-8000-000000000001", "facets": {}},
                         "job": {"namespace": "airflow", "name": "load"},
                         "inputs": [{"namespace": "s3://lake", "name": "raw", "facets": {"symlinks": {"identifiers": [
                           {"namespace": "hive://m:9083", "name": "db.raw", "type": "TABLE"}]}}}],
                         "outputs": [{"namespace": "s3://lake", "name": "clean", "facets": {"columnLineage": {
                           "fields": {"id": {"inputFields": [{"namespace": "s3://lake", "name": "raw", "field": "id"}]}},
                           "dataset": [{"namespace": "s3://lake", "name": "raw", "field": "day"}]}}}]}
                        """,
                        "[{\"eventTime\": \"2026-03-01T10:00:00\", \"dataset\": {\"namespace\": \"a\", \"name\": \"b\"}}]")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("events")
    @FuzzTest(maxDuration = "10s")
    void briefly(byte[] event) {
        read(event);
    }

    @Tag("long")
    @MethodSource("events")
    @FuzzTest(maxDuration = "1h")
    void atLength(byte[] event) {
        read(event);
    }

    private static void read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        EventTexts.split(text);
        if (EventReader.read(text) instanceof EventReading.Refused(var refusal)
                && refusal.message().isEmpty()) {
            throw new AssertionError("refused without a reason");
        }
    }
}
