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
import java.time.Instant;
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
 * @param contentHashes content hash by version, of the versions that are asked about
 */
public record ProductState(
        String id, long revision, @Nullable Latest latest, Map<String, String> contentHashes) {

    /**
     * What a new version is compared with.
     *
     * @param contract in the common model, as canonical JSON; read only when there is something to compare it with
     */
    public record Latest(SemanticVersion version, String contract) {

        private List<Change> changesTo(DataProduct after) {
            return ContractChanges.between(DataProductJson.read(contract), after);
        }
    }

    public ProductState {
        contentHashes = Map.copyOf(contentHashes);
    }

    static ProductState unknown(String id) {
        return new ProductState(id, 0, null, Map.of());
    }

    Outcome decide(Submission submission, Instant now) {
        if (hasSameContent(submission)) {
            return new Unchanged(submission, revision);
        }
        List<Problem> problems = problems(submission);
        return problems.isEmpty() ? compare(submission, now) : rejected(submission, problems);
    }

    /** A version says how much it changes; one that says less than it does would surprise consumers. */
    private Outcome compare(Submission submission, Instant now) {
        if (latest == null) {
            return new Published(submission, null, List.of(), revision + 1, now);
        }
        List<Change> changes = latest.changesTo(submission.product());
        return switch (ContractChanges.verdict(latest.version(), submission.version(), changes)) {
            case VersionVerdict.TooLow low -> rejected(submission, Problems.stepTooSmall(low));
            case VersionVerdict.Enough _ ->
                new Published(submission, latest.version().toString(), changes, revision + 1, now);
        };
    }

    private static Rejected rejected(Submission submission, List<Problem> problems) {
        return Rejected.of(submission.request(), submission.version().toString(), problems);
    }

    ProductState after(Published published) {
        Submission submission = published.submission();
        Map<String, String> hashes = new HashMap<>(contentHashes);
        hashes.put(submission.version().toString(), submission.contract().contentHash());
        Latest now = new Latest(submission.version(), submission.contract().canonicalJson());
        return new ProductState(id, published.revision(), now, hashes);
    }

    /** Already done is a success, also for a repeated request whose expected revision has passed (RFC 9110, 13.1.1). */
    private boolean hasSameContent(Submission submission) {
        return submission
                .contract()
                .contentHash()
                .equals(contentHashes.get(submission.version().toString()));
    }

    private List<Problem> problems(Submission submission) {
        List<Problem> problems = new ArrayList<>();
        Long expected = submission.request().expectedRevision();
        if (expected != null && expected != revision) {
            problems.add(Problems.revisionMismatch(expected, revision));
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
