package io.meshwork.quality.slo.kafka;

import io.meshwork.events.SliReported;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.Event;
import io.meshwork.messaging.TopicListener;
import io.meshwork.quality.run.Runs;
import io.meshwork.quality.slo.Sample;
import io.meshwork.quality.slo.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

@Component("sliReported")
final class SliReportedListener extends TopicListener<SliReported> {

    private final Samples samples;
    private final Runs runs;

    SliReportedListener(Samples samples, Runs runs) {
        super("sli.reported", SliReported.class);
        this.samples = samples;
        this.runs = runs;
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
        List<Sample> usable = new ArrayList<>();
        for (Event<SliReported> event : batch.events()) {
            Sample sample = from(event.require());
            String fault = sample.fault();
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
