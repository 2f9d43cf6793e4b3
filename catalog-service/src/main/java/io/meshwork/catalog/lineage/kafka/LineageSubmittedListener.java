package io.meshwork.catalog.lineage.kafka;

import io.meshwork.catalog.lineage.LineageReports;
import io.meshwork.catalog.lineage.Refusal;
import io.meshwork.catalog.lineage.Report;
import io.meshwork.events.LineageSubmitted;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.Event;
import io.meshwork.messaging.TopicListener;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes in what jobs report. */
@Component("lineageSubmitted")
class LineageSubmittedListener extends TopicListener<LineageSubmitted> {

    private final LineageReports reports;

    LineageSubmittedListener(LineageReports reports) {
        super("lineage.submitted", LineageSubmitted.class);
        this.reports = reports;
    }

    /** OpenLineage's own Kafka transport writes bare JSON; Avro begins with a zero. */
    @Override
    public @Nullable LineageSubmitted fromForeign(byte[] value) {
        return value.length > 0 && value[0] == '{'
                ? LineageSubmitted.newBuilder()
                        .setEvent(new String(value, StandardCharsets.UTF_8))
                        .build()
                : null;
    }

    /** Runs, jobs and datasets are named in the event; nothing depends on the key. */
    @Override
    public @Nullable String expectedKey(LineageSubmitted value) {
        return null;
    }

    @Override
    protected void handle(Batch<LineageSubmitted> batch) {
        Map<UUID, Refusal> refused = reports.take(
                batch.events().stream().map(LineageSubmittedListener::toReport).toList());
        batch.events().forEach(event -> {
            Refusal refusal = refused.get(event.id());
            if (refusal != null) {
                batch.refuse(event, refusal.text());
            }
        });
    }

    private static Report toReport(Event<LineageSubmitted> event) {
        LineageSubmitted submitted = event.require();
        return new Report(event.id(), submitted.getFormat(), submitted.getEvent(), event.caller());
    }
}
