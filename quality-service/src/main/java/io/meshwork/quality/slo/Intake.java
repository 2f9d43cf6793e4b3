package io.meshwork.quality.slo;

import io.meshwork.quality.slo.promise.Objective;
import io.meshwork.quality.slo.sample.Count;
import io.meshwork.quality.slo.sample.Measured;
import io.meshwork.quality.slo.sample.Sample;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts what producers report; runs inside a transaction. Judging is left to {@link Watch}, so that a burst is judged once. */
public final class Intake {

    private final Slos slos;
    private final Watch watch;
    private final Clock clock;
    private final Duration late;

    /** @param late windows that ended longer ago are not counted */
    public Intake(Slos slos, Watch watch, Clock clock, Duration late) {
        this.slos = slos;
        this.watch = watch;
        this.clock = clock;
        this.late = late;
    }

    /**
     * Counts samples of known products.
     *
     * @return what is to be told now, and how many windows came too late to be counted
     */
    public Taken take(Collection<Sample> samples) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Watched> locked = slos.lock(samples.stream().map(Sample::productId).collect(Collectors.toSet()));
        Watch.Result read = watch.judge(
                locked.stream().filter(product -> product.mustRead(now)).toList());
        Map<String, List<Slo>> watched =
                slos.of(locked.stream().map(Watched::productId).collect(Collectors.toSet()));
        Map<List<Object>, Measured> windows = new HashMap<>();
        Set<String> toJudge = new HashSet<>();
        int tooLate = 0;
        for (Sample sample : samples) {
            List<Slo> concerned = watched.getOrDefault(sample.productId(), List.of()).stream()
                    .filter(slo -> slo.objective().isMeasuredBy(sample.property()))
                    .toList();
            if (!concerned.isEmpty() && sample.windowEnd().isBefore(now.minus(late))) {
                tooLate++;
                continue;
            }
            for (Slo slo : concerned) {
                Measured window = measured(sample, slo.objective());
                windows.put(List.of(window.productId(), window.objective(), window.start(), window.end()), window);
                if (slo.standing().level() != Level.OK || window.count().bad() > 0) {
                    toJudge.add(slo.productId());
                }
            }
        }
        if (!windows.isEmpty()) {
            slos.count(windows.values());
            slos.makeDue(toJudge, now);
        }
        return new Taken(read.changes(), tooLate);
    }

    public record Taken(List<StatusChange> changes, int tooLate) {}

    private static Measured measured(Sample sample, Objective objective) {
        Count count = sample.count(objective);
        return new Measured(
                sample.productId(), objective.name(), sample.windowStart(), sample.windowEnd(), count, sample.value());
    }
}
