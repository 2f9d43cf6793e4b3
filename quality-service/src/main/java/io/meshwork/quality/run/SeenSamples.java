package io.meshwork.quality.run;

import io.meshwork.messaging.security.Action;
import io.meshwork.messaging.security.Authorizer;
import io.meshwork.messaging.security.Authorizer.Decision.Denied;
import io.meshwork.messaging.security.Caller;
import io.meshwork.quality.sample.FailedRows;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows rows of the data to those who answer for it. */
public final class SeenSamples {

    private final Profiles profiles;
    private final Runs runs;
    private final Authorizer authorizer;

    public SeenSamples(Profiles profiles, Runs runs, Authorizer authorizer) {
        this.profiles = profiles;
        this.runs = runs;
        this.authorizer = authorizer;
    }

    /** What somebody gets to see. */
    public sealed interface Seen {}

    public record Samples(long sequence, List<FailedRows> rows) implements Seen {

        public Samples {
            rows = List.copyOf(rows);
        }
    }

    public record NotAllowed(String reason) implements Seen {}

    public record Nothing() implements Seen {}

    /** @param sequence of the run, null for the latest */
    public Seen see(Caller caller, String productId, @Nullable Long sequence) {
        String domain = productId.contains(".") ? productId.substring(0, productId.indexOf('.')) : productId;
        if (authorizer.decide(caller, Action.SEE_SAMPLES, domain) instanceof Denied(String reason)) {
            return new NotAllowed(reason);
        }
        Optional<Long> run = sequence != null
                ? Optional.of(sequence)
                : runs.latest(productId, null).map(Run::sequence);
        return run.flatMap(number -> profiles.samples(productId, number).<Seen>map(rows -> new Samples(number, rows)))
                .orElseGet(Nothing::new);
    }
}
