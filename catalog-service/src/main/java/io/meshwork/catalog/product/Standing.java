package io.meshwork.catalog.product;

import io.meshwork.catalog.product.Outcome.Published;
import io.meshwork.contract.change.Change;
import io.meshwork.messaging.Cause;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product as its consumers see it.
 *
 * @param version the highest published one, which the listing is about
 * @param revision counts the changes of this state
 * @param submittedAt when the submission of the version reached the broker
 * @param changedAt when this state came to be
 * @param lives of versions that will not stay
 * @param happened what led to this state
 * @param cause the event that led to this state
 */
public record Standing(
        ProductHeader header,
        String version,
        Listing listing,
        long revision,
        Instant submittedAt,
        Instant changedAt,
        VersionLives lives,
        Happened happened,
        Cause cause) {

    /** What changes how a product stands. */
    public sealed interface Happened {

        /** One word, as in the product's history. */
        String word();

        record VersionPublished(List<Change> changes) implements Happened {
            @Override
            public String word() {
                return "published";
            }
        }

        /** Policies or data had something new to say. */
        record Judged() implements Happened {
            @Override
            public String word() {
                return "judged";
            }
        }

        record VersionMoved(
                VersionChanged.Step step,
                VersionLife life,
                @Nullable String consumer) implements Happened {
            @Override
            public String word() {
                return step.text();
            }
        }
    }

    /** A version that nobody has judged yet. */
    static Standing of(Published published, VersionLives lives) {
        Request request = published.request();
        return new Standing(
                published.header(),
                published.submission().version().toString(),
                Listing.PENDING,
                published.revision(),
                request.submittedAt(),
                published.publishedAt(),
                lives,
                new Happened.VersionPublished(published.changes()),
                request.cause());
    }

    /** From the contract, until the version is deprecated or retired. */
    public String lifecycle() {
        return lives.lifecycle(version, header.lifecycle());
    }

    public String productId() {
        return header.id();
    }
}
