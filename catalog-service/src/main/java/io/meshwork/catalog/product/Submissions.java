package io.meshwork.catalog.product;

import io.meshwork.catalog.product.Intake.Result.Asked;
import io.meshwork.catalog.product.Intake.Result.Ready;
import io.meshwork.catalog.product.Intake.Result.Refused;
import io.meshwork.catalog.product.Outcome.Changed;
import io.meshwork.catalog.product.Outcome.Published;
import io.meshwork.catalog.product.Outcome.Rejected;
import io.meshwork.catalog.product.Outcome.Unchanged;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Decides submissions in the order they came in; each sees what those before it have changed. */
public final class Submissions {

    private final Intake intake;
    private final ProductStore store;
    private final Lifecycles lifecycles;
    private final Clock clock;
    private final Duration notice;

    /** @param notice how long consumers keep a version after a breaking one came, where its contract does not say */
    public Submissions(Intake intake, ProductStore store, Lifecycles lifecycles, Clock clock, Duration notice) {
        this.intake = intake;
        this.store = store;
        this.lifecycles = lifecycles;
        this.clock = clock;
        this.notice = notice;
    }

    public void decide(List<Request> requests, Announcements announcements) {
        List<Intake.Result> results = requests.stream().map(intake::take).toList();
        lock(results);
        List<Intake.Result> together = new ArrayList<>();
        for (Intake.Result result : results) {
            if (result instanceof Asked(var command)) {
                publish(together, announcements);
                together.clear();
                lifecycles.decide(command, announcements);
            } else {
                together.add(result);
            }
        }
        publish(together, announcements);
    }

    /** Products are locked only for what can succeed, and all at once, so that two batches never wait for each other. */
    private void lock(List<Intake.Result> results) {
        List<String> ids = results.stream()
                .flatMap(result -> switch (result) {
                    case Ready(var submission) -> Stream.of(submission.request().productId());
                    case Asked(var command) -> Stream.of(command.request().productId());
                    case Refused _ -> Stream.empty();
                })
                .distinct()
                .toList();
        if (!ids.isEmpty()) {
            store.lock(ids);
        }
    }

    private void publish(List<Intake.Result> results, Announcements announcements) {
        if (results.isEmpty()) {
            return;
        }
        List<VersionId> versions = results.stream()
                .filter(Ready.class::isInstance)
                .map(result -> ((Ready) result).submission().versionId())
                .distinct()
                .toList();
        Map<String, ProductState> states = versions.isEmpty() ? Map.of() : store.states(versions);
        Decided decided = new Decided(states, announcements, clock.instant(), notice);
        results.forEach(decided::take);
        decided.store(store);
    }

    /** A batch on its way: the states after each decision, and what is to be kept of it. */
    private static final class Decided {

        private final Map<String, ProductState> states;
        private final Announcements announcements;
        private final Instant now;
        private final Duration notice;
        private final List<Outcome> outcomes = new ArrayList<>();
        private final List<Published> published = new ArrayList<>();
        private final List<Standing> steps = new ArrayList<>();

        Decided(Map<String, ProductState> states, Announcements announcements, Instant now, Duration notice) {
            this.states = new LinkedHashMap<>(states);
            this.announcements = announcements;
            this.now = now;
            this.notice = notice;
        }

        void take(Intake.Result result) {
            switch (result) {
                case Refused(var rejected) -> reject(rejected);
                case Ready(var submission) -> decide(submission);
                case Asked(var command) -> throw new IllegalArgumentException("not a submission: " + command);
            }
        }

        private void decide(Submission submission) {
            String productId = submission.request().productId();
            ProductState state = states.getOrDefault(productId, ProductState.unknown(productId));
            switch (state.decide(submission, now, notice)) {
                case Published one -> publish(state, one);
                case Changed one -> outcomes.add(one);
                case Unchanged one -> outcomes.add(one);
                case Rejected one -> reject(one);
            }
        }

        private void publish(ProductState before, Published one) {
            if (!announcements.published(one)) {
                String version = one.submission().version().toString();
                reject(Rejected.of(one.request(), version, List.of(Problems.tooLarge())));
                return;
            }
            ProductState after = before.after(one);
            states.put(before.id(), after);
            steps.add(Standing.of(one, after.lives()));
            published.add(one);
            outcomes.add(one);
            announcements.known(one.submission().versionId());
            tellWhatEnds(one);
        }

        private void tellWhatEnds(Published one) {
            VersionLife superseded = one.superseded();
            if (superseded != null && superseded.sunset() != null) {
                VersionChanged changed = new VersionChanged(
                        one.header(),
                        superseded,
                        VersionChanged.Step.DEPRECATED,
                        null,
                        one.revision(),
                        one.request().caller().name(),
                        now,
                        one.request().cause());
                announcements.changed(changed);
                announcements.due(
                        changed.versionId(), superseded.sunset(), one.request().cause());
            }
            LocalDate end = one.submission().product().terms().endDate();
            if (end != null) {
                Instant over = end.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
                announcements.ends(
                        one.submission().versionId(), over, one.request().cause());
            }
        }

        private void reject(Rejected one) {
            outcomes.add(one);
            announcements.rejected(one, now);
        }

        /** Of several states of a product only the last one is told; all are remembered. */
        void store(ProductStore store) {
            Map<String, Standing> last = new LinkedHashMap<>();
            steps.forEach(standing -> last.put(standing.productId(), standing));
            last.values().forEach(announcements::listed);
            store.publish(published);
            store.list(last.values());
            store.remember(steps);
            store.decided(outcomes.stream()
                    .map(outcome -> DecidedSubmission.of(outcome, now))
                    .toList());
        }
    }
}
