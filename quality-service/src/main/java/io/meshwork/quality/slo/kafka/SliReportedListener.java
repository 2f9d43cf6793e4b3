package io.meshwork.quality.slo.kafka;

import io.meshwork.events.SliReported;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.Event;
import io.meshwork.messaging.TopicListener;
import io.meshwork.quality.run.Runs;
import io.meshwork.quality.slo.Intake;
import io.meshwork.quality.slo.sample.Sample;
import io.meshwork.quality.slo.sample.Samples;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** {@code mesh.slo.samples.late} counts windows that came too late to be counted; a producer that reports so late must be mended. */
@Component("sliReported")
final class SliReportedListener extends TopicListener<SliReported> {

    private final Samples samples;
    private final Intake intake;
    private final Runs runs;
    private final Clock clock;
    private final Counter late;

    SliReportedListener(Samples samples, Intake intake, Runs runs, Clock clock, MeterRegistry meters) {
        super("sli.reported", SliReported.class);
        this.samples = samples;
        this.intake = intake;
        this.runs = runs;
        this.clock = clock;
        this.late = meters.counter("mesh.slo.samples.late");
    }

    @Override
    public String expectedKey(SliReported value) {
        return value.getProductId();
    }

    /** A sample of a product that is not known yet waits for its publication. */
    @Override
    protected void handle(Batch<SliReported> batch) {
        Set<String> known = runs.versions(batch.events().stream()
                        .map(event -> event.require().getProductId())
                        .collect(Collectors.toSet()))
                .keySet();
        Instant now = clock.instant();
        List<Sample> usable = new ArrayList<>();
        for (Event<SliReported> event : batch.events()) {
            Sample sample = from(event.require());
            String fault = sample.fault(now);
            if (fault != null) {
                batch.refuse(event, fault);
            } else if (known.contains(sample.productId())) {
                usable.add(sample);
            } else {
                batch.park(event, "product:" + sample.productId());
            }
        }
        if (!usable.isEmpty()) {
            samples.keep(usable);
            Intake.Taken taken = intake.take(usable);
            taken.changes().forEach(change -> StatusRecords.announce(batch, change));
            late.increment(taken.tooLate());
        }
    }

    private static Sample from(SliReported r) {
        return new Sample(
                r.getProductId(),
                r.getIndicator(),
                r.getWindowStart(),
                r.getWindowEnd(),
                r.getGood(),
                r.getTotal(),
                r.getValue());
    }
}
