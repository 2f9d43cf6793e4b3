package io.meshwork.quality.slo.web;

import io.meshwork.quality.slo.Slo;
import io.meshwork.quality.slo.SloPages;
import io.meshwork.quality.slo.monitoring.Monitoring;
import io.meshwork.quality.slo.promise.Objective.Kind;
import io.meshwork.quality.slo.report.Kept;
import io.meshwork.quality.slo.report.SloReports;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Gauges of single products, the same on every replica. Their number is limited, for each would be a time series for ever:
 * {@code mesh.slo.gauges.left.out} is 1 when products are left out.
 */
@Component
class SloGauges {

    private static final Duration PERIOD = Duration.ofDays(30);

    private final SloPages pages;
    private final SloReports reports;
    private final GaugeSettings settings;
    private final Clock clock;
    private final MultiGauge freshness;
    private final MultiGauge quality;
    private final MultiGauge compliance;
    private final MultiGauge status;
    private final MultiGauge leftOut;

    SloGauges(SloPages pages, SloReports reports, GaugeSettings settings, Clock clock, MeterRegistry meters) {
        this.pages = pages;
        this.reports = reports;
        this.settings = settings;
        this.clock = clock;
        this.freshness = gauge(meters, Monitoring.FRESHNESS, "Age of the data");
        this.quality = gauge(meters, Monitoring.QUALITY, "Newest quality score, 0 to 1");
        this.compliance = gauge(meters, Monitoring.COMPLIANCE, "Share of the last 30 days without a breach");
        this.status = gauge(meters, Monitoring.STATUS, "0 no data, 1 ok, 2 at risk, 3 breached");
        this.leftOut = gauge(meters, "mesh.slo.gauges.left.out", "1 when not every product has gauges");
    }

    private static MultiGauge gauge(MeterRegistry meters, String name, String description) {
        return MultiGauge.builder(name).description(description).register(meters);
    }

    @Scheduled(fixedDelayString = "${mesh.quality.slo.gauges.every:15s}", initialDelayString = "1s")
    void measure() {
        if (settings.products() == 0) {
            return;
        }
        List<Slo> oneMore = pages.ofFirst(settings.products() + 1);
        List<String> products = oneMore.stream().map(Slo::productId).distinct().toList();
        boolean tooMany = products.size() > settings.products();
        List<Slo> slos = tooMany
                ? oneMore.stream()
                        .filter(slo -> !slo.productId().equals(products.getLast()))
                        .toList()
                : oneMore;
        leftOut.register(List.of(Row.of(Tags.empty(), tooMany ? 1 : 0)), true);
        status.register(
                slos.stream()
                        .map(slo -> Row.of(
                                tags(slo.productId())
                                        .and("objective", slo.objective().name()),
                                slo.standing().level().ordinal()))
                        .collect(Collectors.toUnmodifiableList()),
                true);
        freshness.register(rows(first(slos, Kind.FRESHNESS), this::age), true);
        quality.register(rows(first(slos, Kind.QUALITY_SCORE), slo -> measured(slo)), true);
        complied(products.stream().limit(settings.products()).toList());
    }

    private static Stream<Slo> first(List<Slo> slos, Kind kind) {
        Map<String, Slo> first = slos.stream()
                .filter(slo -> slo.objective().kind() == kind)
                .collect(Collectors.toMap(Slo::productId, Function.identity(), (a, b) -> a));
        return first.values().stream();
    }

    private static List<Row<?>> rows(Stream<Slo> slos, Function<Slo, Double> value) {
        return slos.<Row<?>>map(slo -> Row.of(tags(slo.productId()), value.apply(slo)))
                .toList();
    }

    /** Goes on between two measurements only as far as these do. */
    private double age(Slo slo) {
        Instant deadline = slo.standing().deadline();
        return deadline == null
                ? Double.NaN
                : Duration.between(deadline.minus(slo.objective().time()), clock.instant())
                                .toMillis()
                        / 1000.0;
    }

    private static double measured(Slo slo) {
        return Objects.requireNonNullElse(slo.standing().measured(), Double.NaN);
    }

    private void complied(List<String> products) {
        Instant now = clock.instant();
        SortedMap<String, Kept> kept = reports.of(new SloReports.Time(now.minus(PERIOD), now), products);
        compliance.register(
                kept.entrySet().stream()
                        .<Row<?>>map(entry -> Row.of(
                                tags(entry.getKey()),
                                Objects.requireNonNullElse(entry.getValue().percentage(), Double.NaN)))
                        .toList(),
                true);
    }

    private static Tags tags(String productId) {
        return Tags.of("domain", productId.substring(0, productId.indexOf('.')), "product", productId);
    }
}
