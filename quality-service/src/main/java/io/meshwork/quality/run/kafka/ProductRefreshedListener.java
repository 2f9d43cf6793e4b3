package io.meshwork.quality.run.kafka;

import io.meshwork.events.ProductRefreshed;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.Event;
import io.meshwork.messaging.TopicListener;
import io.meshwork.quality.run.Followers;
import io.meshwork.quality.run.LatestVersion;
import io.meshwork.quality.run.Refresh;
import io.meshwork.quality.run.ReportedChecks;
import io.meshwork.quality.run.Runs;
import io.meshwork.quality.run.ScanRequest;
import io.meshwork.quality.run.ToolReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

@Component("productRefreshed")
final class ProductRefreshedListener extends TopicListener<ProductRefreshed> {

    /** How far a producer's clock may be ahead; data from the future would stay fresh until then. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final String YET_TO_COME = ", which is yet to come; check the producer's clock";

    private final Runs runs;
    private final ReportedChecks checks;
    private final Followers followers;
    private final Clock clock;

    ProductRefreshedListener(Runs runs, ReportedChecks checks, Followers followers, Clock clock) {
        super("product.refreshed", ProductRefreshed.class);
        this.runs = runs;
        this.checks = checks;
        this.followers = followers;
        this.clock = clock;
    }

    @Override
    public String expectedKey(ProductRefreshed value) {
        return value.getProductId();
    }

    /** What a producer tells of a version that is known. */
    private record Told(Refresh refresh, Event<ProductRefreshed> event, List<ToolReport> reports) {

        boolean newData() {
            return event.require().getNewData();
        }

        String version() {
            return refresh.productId() + "@" + refresh.version();
        }
    }

    /** A refresh of a version that is not known yet waits for a publication of its product. */
    @Override
    protected void handle(Batch<ProductRefreshed> batch) {
        Map<String, Set<String>> versions = runs.versions(batch.events().stream()
                .map(event -> event.require().getProductId())
                .collect(Collectors.toSet()));
        List<Told> known = new ArrayList<>();
        Instant latest = clock.instant().plus(AHEAD);
        for (Event<ProductRefreshed> event : batch.events()) {
            ProductRefreshed refreshed = event.require();
            Optional<String> early = early(refreshed, latest);
            if (early.isPresent()) {
                batch.refuse(event, early.get());
                continue;
            }
            refresh(refreshed, versions)
                    .ifPresentOrElse(
                            refresh -> known.add(new Told(refresh, event, MeasuredChecks.ofTools(refreshed))),
                            () -> batch.park(event, ProductPublishedListener.waitingFor(refreshed.getProductId())));
        }
        if (!known.isEmpty()) {
            Collection<Told> news = news(known);
            news.forEach(told -> enqueue(batch, told));
            followers.measured(
                    news.stream().map(told -> told.refresh().productId()).toList());
        }
    }

    private static Optional<String> early(ProductRefreshed refreshed, Instant latest) {
        if (refreshed.getRefreshedAt().isAfter(latest)) {
            return Optional.of("refreshedAt is " + refreshed.getRefreshedAt() + YET_TO_COME);
        }
        Instant measuredAt = MeasuredChecks.measuredAt(refreshed);
        return measuredAt.isAfter(latest) ? Optional.of("measuredAt is " + measuredAt + YET_TO_COME) : Optional.empty();
    }

    private static Optional<Refresh> refresh(ProductRefreshed refreshed, Map<String, Set<String>> versions) {
        Set<String> known = versions.getOrDefault(refreshed.getProductId(), Set.of());
        Optional<String> version = refreshed.getVersion() == null
                ? LatestVersion.of(known)
                : Optional.of(refreshed.getVersion()).filter(known::contains);
        return version.map(v -> new Refresh(refreshed.getProductId(), v, refreshed.getRefreshedAt()));
    }

    /** One for each version of which something new was told; that data has landed before that checks were run. */
    private Collection<Told> news(List<Told> known) {
        Set<Refresh> landed = runs.noteRefreshes(
                known.stream().filter(Told::newData).map(Told::refresh).toList());
        Set<ToolReport> reported = checks.take(
                known.stream().flatMap(told -> told.reports().stream()).toList());
        Map<String, Told> news = new LinkedHashMap<>();
        for (Told told : known) {
            boolean fresh = told.newData() && landed.contains(told.refresh());
            boolean ofNoTool = !told.newData() && told.reports().isEmpty();
            if (fresh || ofNoTool || told.reports().stream().anyMatch(reported::contains)) {
                news.merge(told.version(), told, (one, other) -> other.newData() || !one.newData() ? other : one);
            }
        }
        return news.values();
    }

    private void enqueue(Batch<ProductRefreshed> batch, Told told) {
        ScanRequest request = new ScanRequest(
                told.refresh().productId(),
                told.refresh().version(),
                told.newData() ? ScanRequest.REFRESHED : ScanRequest.REPORTED,
                MeasuredChecks.ofNoTool(told.event().require()));
        batch.enqueue(told.event().cause(), ScanJob.KIND, request.key(), ScanJob.payload(request), clock.instant());
    }
}
