package io.meshwork.catalog.product;

import io.meshwork.catalog.domain.KnownDomains;
import io.meshwork.catalog.product.Intake.Result.Asked;
import io.meshwork.catalog.product.Intake.Result.Ready;
import io.meshwork.catalog.product.Intake.Result.Refused;
import io.meshwork.catalog.product.Intake.Result.Submitted;
import io.meshwork.catalog.product.Outcome.Rejected;
import io.meshwork.contract.read.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides submissions in the order they came in; each sees what those before it have changed. */
public final class Submissions {

    private final Intake intake;
    private final KnownDomains domains;
    private final ProductStore store;
    private final Lifecycles lifecycles;
    private final Clock clock;
    private final Duration notice;

    /** @param notice how long consumers keep a version after a breaking one came, where its contract does not say */
    public Submissions(
            Intake intake,
            KnownDomains domains,
            ProductStore store,
            Lifecycles lifecycles,
            Clock clock,
            Duration notice) {
        this.intake = intake;
        this.domains = domains;
        this.store = store;
        this.lifecycles = lifecycles;
        this.clock = clock;
        this.notice = notice;
    }

    public void decide(List<Request> requests, Announcements announcements) {
        List<Intake.Result> results =
                inKnownDomains(requests.stream().map(intake::take).toList());
        lock(results);
        List<Submitted> together = new ArrayList<>();
        for (Intake.Result result : results) {
            switch (result) {
                case Submitted submitted -> together.add(submitted);
                case Asked(var command) -> {
                    decideTogether(together, announcements);
                    together.clear();
                    lifecycles.decide(command, announcements);
                }
            }
        }
        decideTogether(together, announcements);
    }

    private List<Intake.Result> inKnownDomains(List<Intake.Result> results) {
        Set<String> named = results.stream()
                .flatMap(result -> result instanceof Ready(var submission)
                        ? Stream.of(submission.product().domain())
                        : Stream.empty())
                .collect(Collectors.toSet());
        Set<String> known = named.isEmpty() ? Set.of() : domains.among(named);
        return results.stream()
                .map(result -> result instanceof Ready(var submission)
                                && !known.contains(submission.product().domain())
                        ? unknownDomain(submission)
                        : result)
                .toList();
    }

    private static Intake.Result unknownDomain(Submission submission) {
        Problem problem = Problems.unknownDomain(submission.product().domain());
        return new Refused(Rejected.of(submission, List.of(problem)));
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

    private void decideTogether(List<Submitted> submitted, Announcements announcements) {
        if (submitted.isEmpty()) {
            return;
        }
        List<VersionId> versions = submitted.stream()
                .filter(Ready.class::isInstance)
                .map(result -> ((Ready) result).submission().versionId())
                .distinct()
                .toList();
        Map<String, ProductState> states = versions.isEmpty() ? Map.of() : store.states(versions);
        SubmissionBatch batch = new SubmissionBatch(states, announcements, clock.instant(), notice);
        submitted.forEach(batch::decide);
        batch.store(store);
    }
}
