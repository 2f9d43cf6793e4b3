package io.meshwork.catalog.product;

import io.meshwork.contract.change.Change;
import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.read.DocumentPlaces;
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
     * @param superseded the previous version, when its consumers are given time to move away from it; else null
     * @param revision of the product from now on
     */
    record Published(
            Submission submission,
            @Nullable String previousVersion,
            List<Change> changes,
            @Nullable VersionLife superseded,
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

    /** A published version came to another stage of its life, or a consumer acknowledged that it will. */
    record Changed(Request request, String version, long revision) implements Outcome {}

    /**
     * What was asked for is so already: the same contract was published as this version, or the version stands as asked.
     *
     * @param warnings about the contract
     */
    record Unchanged(Request request, String version, List<Problem> warnings, long revision) implements Outcome {

        static Unchanged of(Submission submission, long revision) {
            return new Unchanged(
                    submission.request(), submission.version().toString(), submission.warnings(), revision);
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

        /** @param problems whose pointers lead into the product; they are told where its author finds them */
        static Rejected of(Request request, DataProduct product, String version, List<Problem> problems) {
            DocumentPlaces places = DocumentPlaces.of(request.document(), product);
            return of(request, version, problems.stream().map(places::locate).toList());
        }

        static Rejected of(Submission submission, List<Problem> problems) {
            return of(
                    submission.request(),
                    submission.product(),
                    submission.version().toString(),
                    problems);
        }
    }
}
