package io.meshwork.catalog.product;

import io.meshwork.catalog.product.Intake.Result.Ready;
import io.meshwork.catalog.product.Intake.Result.Refused;
import io.meshwork.catalog.product.Outcome.Published;
import io.meshwork.catalog.product.Outcome.Rejected;
import io.meshwork.catalog.product.Outcome.Unchanged;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decides submissions in the order they came in; each sees what those before it have changed. */
public final class Submissions {

    private final Intake intake;
    private final ProductStore store;
    private final Clock clock;

    public Submissions(Intake intake, ProductStore store, Clock clock) {
        this.intake = intake;
        this.store = store;
        this.clock = clock;
    }

    public void decide(List<Request> requests, Announcements announcements) {
        List<Intake.Result> results = requests.stream().map(intake::take).toList();
        Decided decided = new Decided(locked(results), announcements, clock.instant());
        results.forEach(decided::take);
        decided.store(store);
    }

    /** Products are locked only for submissions that can succeed. */
    private Map<String, ProductState> locked(List<Intake.Result> results) {
        List<VersionId> versions = results.stream()
                .filter(Ready.class::isInstance)
                .map(result -> ((Ready) result).submission().versionId())
                .distinct()
                .toList();
        if (versions.isEmpty()) {
            return Map.of();
        }
        store.lock(versions.stream().map(VersionId::productId).distinct().toList());
        return store.states(versions);
    }

    /** A batch on its way: the states after each decision, and what is to be kept of it. */
    private static final class Decided {

        private final Map<String, ProductState> states;
        private final Announcements announcements;
        private final Instant now;
        private final List<Outcome> outcomes = new ArrayList<>();
        private final List<Published> published = new ArrayList<>();
        private final Map<String, Standing> standings = new LinkedHashMap<>();

        Decided(Map<String, ProductState> states, Announcements announcements, Instant now) {
            this.states = new LinkedHashMap<>(states);
            this.announcements = announcements;
            this.now = now;
        }

        void take(Intake.Result result) {
            switch (result) {
                case Refused(var rejected) -> reject(rejected);
                case Ready(var submission) -> decide(submission);
            }
        }

        private void decide(Submission submission) {
            String productId = submission.request().productId();
            ProductState state = states.getOrDefault(productId, ProductState.unknown(productId));
            switch (state.decide(submission, now)) {
                case Published one -> publish(state, one);
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
            states.put(before.id(), before.after(one));
            standings.put(before.id(), Standing.of(one));
            published.add(one);
            outcomes.add(one);
            announcements.known(one.submission().versionId());
        }

        private void reject(Rejected one) {
            outcomes.add(one);
            announcements.rejected(one, now);
        }

        void store(ProductStore store) {
            standings.values().forEach(announcements::listed);
            store.publish(published);
            store.list(standings.values());
            store.decided(outcomes.stream()
                    .map(outcome -> DecidedSubmission.of(outcome, now))
                    .toList());
        }
    }
}
