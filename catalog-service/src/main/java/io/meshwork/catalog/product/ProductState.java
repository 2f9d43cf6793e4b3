package io.meshwork.catalog.product;

import io.meshwork.catalog.product.Outcome.Published;
import io.meshwork.catalog.product.Outcome.Rejected;
import io.meshwork.catalog.product.Outcome.Unchanged;
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
 * @param latest the highest published version, null when there is none
 * @param contentHashes content hash by version, of the versions that are asked about
 */
public record ProductState(
        String id, long revision, @Nullable SemanticVersion latest, Map<String, String> contentHashes) {

    public ProductState {
        contentHashes = Map.copyOf(contentHashes);
    }

    static ProductState unknown(String id) {
        return new ProductState(id, 0, null, Map.of());
    }

    /** Decides one submission; the rule for the size of a version step is not here. */
    Outcome decide(Submission submission, Instant now) {
        if (hasSameContent(submission)) {
            return new Unchanged(submission, revision);
        }
        List<Problem> problems = problems(submission);
        return problems.isEmpty()
                ? new Published(submission, latest == null ? null : latest.toString(), revision + 1, now)
                : Rejected.of(submission.request(), submission.version().toString(), problems);
    }

    ProductState after(Published published) {
        Submission submission = published.submission();
        Map<String, String> hashes = new HashMap<>(contentHashes);
        hashes.put(submission.version().toString(), submission.contract().contentHash());
        return new ProductState(id, published.revision(), submission.version(), hashes);
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
        } else if (latest != null && version.compareTo(latest) <= 0) {
            problems.add(Problems.versionTooLow(submission.versionId(), latest.toString()));
        }
        return problems;
    }
}
