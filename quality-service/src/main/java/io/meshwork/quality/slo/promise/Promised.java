package io.meshwork.quality.slo.promise;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.quality.run.LatestVersion;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a product promises at a moment: what its latest version in use does.
 *
 * @param version null when no version promises anything
 * @param turn when this must be found out again without any news, null for never
 */
public record Promised(
        @Nullable String version,
        List<Objective> objectives,
        @Nullable Instant turn) {

    public Promised {
        objectives = List.copyOf(objectives);
    }

    /**
     * @param versions that are published and not retired
     * @param contract reads the contract of a version; asked for as few as possible
     */
    public static Promised at(Instant now, Set<String> versions, Function<String, DataProduct> contract) {
        Set<String> left = new HashSet<>(versions);
        Instant turn = null;
        while (true) {
            Optional<String> latest = LatestVersion.of(left);
            if (latest.isEmpty()) {
                return new Promised(null, List.of(), turn);
            }
            DataProduct product = contract.apply(latest.get());
            Term term = Term.of(product);
            if (Term.isInUse(product) && !term.isOver(now)) {
                if (!term.isToCome(now)) {
                    return new Promised(latest.get(), Objectives.of(product), earlier(turn, term.until()));
                }
                turn = earlier(turn, term.from());
            }
            left.remove(latest.get());
        }
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) ? a : b;
    }
}
