package io.meshwork.catalog.product;

import io.meshwork.catalog.product.Intake.Result.Ready;
import io.meshwork.catalog.product.Intake.Result.Refused;
import io.meshwork.catalog.product.Intake.Result.Submitted;
import io.meshwork.catalog.product.Outcome.Changed;
import io.meshwork.catalog.product.Outcome.Published;
import io.meshwork.catalog.product.Outcome.Rejected;
import io.meshwork.catalog.product.Outcome.Unchanged;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Submissions that are decided one after another: the states after each decision, and what is to be kept of all. */
final class SubmissionBatch {

    private final Map<String, ProductState> states;
    private final Announcements announcements;
    private final Instant now;
    private final Duration notice;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Published> published = new ArrayList<>();
    private final List<Standing> steps = new ArrayList<>();

    SubmissionBatch(Map<String, ProductState> states, Announcements announcements, Instant now, Duration notice) {
        this.states = new LinkedHashMap<>(states);
        this.announcements = announcements;
        this.now = now;
        this.notice = notice;
    }

    void decide(Submitted submitted) {
        switch (submitted) {
            case Refused(var rejected) -> reject(rejected);
            case Ready(var submission) -> decide(submission);
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
            announcements.ends(one.submission().versionId(), over, one.request().cause());
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
        store.addVersions(published);
        store.updateListings(last.values());
        store.remember(steps);
        store.decided(outcomes.stream()
                .map(outcome -> DecidedSubmission.of(outcome, now))
                .toList());
    }
}
