package io.meshwork.catalog.product;

import io.meshwork.catalog.product.Outcome.Published;
import io.meshwork.catalog.product.Outcome.Rejected;
import io.meshwork.catalog.product.Outcome.Unchanged;
import io.meshwork.contract.change.Change;
import io.meshwork.contract.change.ContractChanges;
import io.meshwork.contract.change.VersionVerdict;
import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.read.DataProductJson;
import io.meshwork.contract.read.Problem;
import io.meshwork.contract.version.SemanticVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A product as the second half of the decision needs it.
 *
 * @param revision counts the changes of the product's state, 0 for a product that never had a version
 * @param latest the highest published version with its contract, null when there is none
 * @param lives of its versions that will not stay
 * @param dependents products that name this one as an input, which the contract need not know
 * @param contentHashes content hash by version, of the versions that are asked about
 */
public record ProductState(
        String id,
        long revision,
        @Nullable Latest latest,
        VersionLives lives,
        List<AffectedConsumer> dependents,
        Map<String, String> contentHashes) {

    /**
     * What a new version is compared with.
     *
     * @param contract in the common model, as canonical JSON; read only when there is something to compare it with
     */
    public record Latest(SemanticVersion version, String contract) {

        DataProduct product() {
            return DataProductJson.read(contract);
        }
    }

    public ProductState {
        dependents = List.copyOf(dependents);
        contentHashes = Map.copyOf(contentHashes);
    }

    static ProductState unknown(String id) {
        return new ProductState(id, 0, null, VersionLives.NONE, List.of(), Map.of());
    }

    public ProductState withDependents(List<AffectedConsumer> others) {
        return new ProductState(id, revision, latest, lives, others, contentHashes);
    }

    /** Who uses the latest version. */
    List<AffectedConsumer> consumers() {
        return latest == null
                ? List.of()
                : VersionLife.affected(latest.product().consumers(), dependents);
    }

    /** @param notice how long consumers keep a version after a breaking one came, where its contract does not say */
    Outcome decide(Submission submission, Instant now, Duration notice) {
        if (hasSameContent(submission)) {
            return Unchanged.of(submission, revision);
        }
        List<Problem> problems = problems(submission, now);
        return problems.isEmpty() ? compare(submission, now, notice) : rejected(submission, problems);
    }

    /** A version says how much it changes; one that says less than it does would surprise consumers. */
    private Outcome compare(Submission submission, Instant now, Duration notice) {
        if (latest == null) {
            return new Published(submission, null, List.of(), null, revision + 1, now);
        }
        DataProduct before = latest.product();
        List<Change> changes = ContractChanges.between(before, submission.product());
        List<AffectedConsumer> consumers = VersionLife.affected(before.consumers(), dependents);
        return switch (ContractChanges.verdict(latest.version(), submission.version(), changes)) {
            case VersionVerdict.TooLow low -> rejected(submission, Problems.stepTooSmall(low, consumers));
            case VersionVerdict.Enough _ -> {
                boolean breaks = !consumers.isEmpty() && changes.stream().anyMatch(Change::isBreaking);
                String previous = latest.version().toString();
                Instant sunset = sunset(before.terms().noticePeriod(), now, notice);
                VersionLife superseded = breaks && lives.of(previous).isEmpty()
                        ? VersionLife.deprecated(
                                previous,
                                "Version " + submission.version() + " changes what consumers of " + previous
                                        + " rely on.",
                                submission.version().toString(),
                                sunset,
                                consumers,
                                now)
                        : null;
                yield new Published(submission, previous, changes, superseded, revision + 1, now);
            }
        };
    }

    /** The old contract's promise counts: its consumers agreed to that one. */
    private static Instant sunset(@Nullable Period promised, Instant now, Duration notice) {
        Instant sunset = promised == null
                ? now.plus(notice)
                : now.atZone(ZoneOffset.UTC).plus(promised).toInstant();
        return sunset.truncatedTo(ChronoUnit.SECONDS);
    }

    private static Rejected rejected(Submission submission, List<Problem> problems) {
        return Rejected.of(submission, problems);
    }

    ProductState after(Published published) {
        Submission submission = published.submission();
        Map<String, String> hashes = new HashMap<>(contentHashes);
        hashes.put(submission.version().toString(), submission.contract().contentHash());
        Latest now = new Latest(submission.version(), submission.contract().canonicalJson());
        return new ProductState(id, published.revision(), now, livesAfter(published), dependents, hashes);
    }

    VersionLives livesAfter(Published published) {
        String now = published.submission().version().toString();
        VersionLife superseded = published.superseded();
        return superseded == null ? lives.whenLatestIs(now) : lives.with(superseded, now);
    }

    /** Already done is a success, also for a repeated request whose expected revision has passed (RFC 9110, 13.1.1). */
    private boolean hasSameContent(Submission submission) {
        return submission
                .contract()
                .contentHash()
                .equals(contentHashes.get(submission.version().toString()));
    }

    private List<Problem> problems(Submission submission, Instant now) {
        List<Problem> problems = new ArrayList<>();
        Long expected = submission.request().expectedRevision();
        if (expected != null && expected != revision) {
            problems.add(Problems.revisionMismatch(expected, revision));
        }
        LocalDate end = submission.product().terms().endDate();
        if (end != null && end.isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
            problems.add(Problems.alreadyEnded(end));
        }
        SemanticVersion version = submission.version();
        if (contentHashes.containsKey(version.toString())) {
            problems.add(Problems.versionConflict(submission.versionId()));
        } else if (latest != null && version.compareTo(latest.version()) <= 0) {
            problems.add(Problems.versionTooLow(
                    submission.versionId(), latest.version().toString()));
        }
        return problems;
    }
}
