package io.meshwork.quality.slo;

import io.meshwork.quality.slo.promise.Objective;
import java.time.Instant;
import java.util.Optional;

/**
 * An objective of a product, watched.
 *
 * @param watchedFrom since when it is promised
 */
public record Slo(String productId, String version, Objective objective, Standing standing, Instant watchedFrom) {

    /** @param sequence of its last change, from when it was promised before */
    static Slo begun(String productId, String version, Objective objective, long sequence, Instant now) {
        return new Slo(productId, version, objective, Standing.begun(sequence, now), now);
    }

    /** The same promise of another version, maybe with another target; what was measured stays. */
    Slo promisedBy(String otherVersion, Objective other) {
        return new Slo(productId, otherVersion, other, standing, watchedFrom);
    }

    Slo with(Standing next) {
        return new Slo(productId, version, objective, next, watchedFrom);
    }

    /** What is told when it stands like this from now on. */
    Optional<StatusChange> changeTo(Standing next) {
        if (next.sequence() == standing.sequence()) {
            return Optional.empty();
        }
        String status = next.level().isTrouble() ? next.level().word() : StatusChange.RECOVERED;
        return Optional.of(new StatusChange(
                productId,
                version,
                objective.name(),
                status,
                next.measured(),
                objective.target(),
                objective.kind().unit(),
                next.sequence(),
                next.since()));
    }

    /** Told when nobody promises it any more, to those who think that it is in trouble. */
    Optional<StatusChange> end(Instant now) {
        return standing.level().isTrouble()
                ? Optional.of(new StatusChange(
                        productId,
                        version,
                        objective.name(),
                        StatusChange.ENDED,
                        null,
                        objective.target(),
                        objective.kind().unit(),
                        standing.sequence() + 1,
                        now))
                : Optional.empty();
    }
}
