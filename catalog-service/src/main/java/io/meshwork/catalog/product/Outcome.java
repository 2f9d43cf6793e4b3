package io.meshwork.catalog.product;

import io.meshwork.contract.change.Change;
import io.meshwork.contract.read.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a submission. */
public sealed interface Outcome {

    Request request();

    /**
     * A new version exists.
     *
     * @param previousVersion the highest version before, null for a first one
     * @param changes since the previous version, breaking ones first; empty for a first one
     * @param revision of the product from now on
     */
    record Published(
            Submission submission,
            @Nullable String previousVersion,
            List<Change> changes,
            long revision,
            Instant publishedAt)
            implements Outcome {

        public Published {
            changes = List.copyOf(changes);
        }

        @Override
        public Request request() {
            return submission.request();
        }

        ProductHeader header() {
            return ProductHeader.of(submission.product());
        }
    }

    /** The very same contract was published as this version before. */
    record Unchanged(Submission submission, long revision) implements Outcome {

        @Override
        public Request request() {
            return submission.request();
        }
    }

    /**
     * Nothing changed, and this is why.
     *
     * @param version asked for, null when the document could not be read that far
     * @param problems all reasons in the order of the document, at least one
     */
    record Rejected(Request request, @Nullable String version, List<Problem> problems) implements Outcome {

        public Rejected {
            problems = List.copyOf(problems);
        }

        static Rejected of(Request request, @Nullable String version, List<Problem> problems) {
            return new Rejected(request, version, Problems.bounded(problems));
        }
    }
}
