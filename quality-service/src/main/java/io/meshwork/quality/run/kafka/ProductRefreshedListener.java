package io.meshwork.quality.run.kafka;

import static java.util.Objects.requireNonNull;

import io.meshwork.events.ProductRefreshed;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.Event;
import io.meshwork.messaging.TopicListener;
import io.meshwork.quality.run.Followers;
import io.meshwork.quality.run.LatestVersion;
import io.meshwork.quality.run.Refresh;
import io.meshwork.quality.run.Runs;
import io.meshwork.quality.run.ScanRequest;
import io.meshwork.quality.score.SelfMeasured;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    private final Runs runs;
    private final Followers followers;
    private final Clock clock;

    ProductRefreshedListener(Runs runs, Followers followers, Clock clock) {
        super("product.refreshed", ProductRefreshed.class);
        this.runs = runs;
        this.followers = followers;
        this.clock = clock;
    }

    @Override
    public String expectedKey(ProductRefreshed value) {
        return value.getProductId();
    }

    /** A refresh of a version that is not known yet waits for a publication of its product. */
    @Override
    protected void handle(Batch<ProductRefreshed> batch) {
        Map<String, Set<String>> versions = runs.versions(batch.events().stream()
                .map(event -> event.require().getProductId())
                .collect(Collectors.toSet()));
        Map<Refresh, Event<ProductRefreshed>> known = new LinkedHashMap<>();
        Instant latest = clock.instant().plus(AHEAD);
        for (Event<ProductRefreshed> event : batch.events()) {
            if (event.require().getRefreshedAt().isAfter(latest)) {
                batch.refuse(
                        event,
                        "refreshedAt is " + event.require().getRefreshedAt()
                                + ", which is yet to come; check the producer's clock");
                continue;
            }
            refresh(event.require(), versions)
                    .ifPresentOrElse(
                            refresh -> known.put(refresh, event),
                            () -> batch.park(
                                    event,
                                    ProductPublishedListener.waitingFor(
                                            event.require().getProductId())));
        }
        if (!known.isEmpty()) {
            Set<Refresh> news = runs.noteRefreshes(known.keySet());
            news.forEach(refresh -> enqueue(batch, refresh, requireNonNull(known.get(refresh))));
            followers.measured(news.stream().map(Refresh::productId).toList());
        }
    }

    private static Optional<Refresh> refresh(ProductRefreshed refreshed, Map<String, Set<String>> versions) {
        Set<String> known = versions.getOrDefault(refreshed.getProductId(), Set.of());
        Optional<String> version = refreshed.getVersion() == null
                ? LatestVersion.of(known)
                : Optional.of(refreshed.getVersion()).filter(known::contains);
        return version.map(v -> new Refresh(refreshed.getProductId(), v, refreshed.getRefreshedAt()));
    }

    private void enqueue(Batch<ProductRefreshed> batch, Refresh refresh, Event<ProductRefreshed> event) {
        ScanRequest request = new ScanRequest(
                refresh.productId(), refresh.version(), ScanRequest.REFRESHED, measured(event.require()));
        batch.enqueue(event.cause(), ScanJob.KIND, request.key(), ScanJob.payload(request), clock.instant());
    }

    private static List<SelfMeasured> measured(ProductRefreshed refreshed) {
        return refreshed.getChecks().stream()
                .map(c -> new SelfMeasured(c.getName(), c.getDimension(), c.getMeasured(), c.getPassed()))
                .toList();
    }
}
