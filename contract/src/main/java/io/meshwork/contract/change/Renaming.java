package io.meshwork.contract.change;

import static io.meshwork.contract.change.Ruling.breaking;
import static io.meshwork.contract.change.Ruling.reworded;
import static io.meshwork.contract.change.Ruling.risky;

import io.meshwork.contract.change.Change.Kind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Another name for the same dataset or field. Consumers read by the name in the storage, so that one decides.
 *
 * @param attribute that changed; empty for the logical name, which the whole thing is known by
 */
record Renaming(
        String attribute, @Nullable String before, @Nullable String after, Ruling ruling) {

    static Renaming of(String what, String before, String storedBefore, String after, String storedAfter) {
        boolean sameInStorage = storedBefore.equals(storedAfter);
        Ruling ruling = sameInStorage
                ? risky("The %s %s is now called {after}, and still %s in the storage; what refers to the old name must follow."
                        .formatted(what, before, storedAfter))
                : breaking("Consumers that read the %s %s fail: it is now called {after}.".formatted(what, storedBefore));
        return new Renaming("", before, after, ruling.as(Kind.RENAMED));
    }

    /** The logical name stayed. */
    static Renaming physical(
            String what, @Nullable String before, String storedBefore, @Nullable String after, String storedAfter) {
        boolean sameInStorage = storedBefore.equals(storedAfter);
        Ruling ruling = sameInStorage
                ? reworded("The name in the storage is the same as before, only written down differently.")
                : breaking("Consumers that read the %s %s from the storage fail: there it is now called %s."
                                .formatted(what, storedBefore, storedAfter))
                        .as(Kind.RENAMED);
        return new Renaming("physicalName", before, after, ruling);
    }

    void report(Place place, Findings findings) {
        if (!Objects.equals(before, after)) {
            findings.add(attribute.isEmpty() ? place : place.child(attribute), ruling, before, after);
        }
    }
}
