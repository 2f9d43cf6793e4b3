package io.meshwork.contract.change;

import static io.meshwork.contract.change.Ruling.breaking;
import static io.meshwork.contract.change.Ruling.reworded;
import static io.meshwork.contract.change.Ruling.risky;

import io.meshwork.contract.change.Change.Kind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the same dataset or field is called. Consumers read by the name in the storage, so that one decides.
 *
 * @param physical null when the storage uses the logical name
 */
record Naming(String logical, @Nullable String physical) {

    private static final Ruling LOGICAL = risky(
                    "It is now called {after} and keeps its name in the storage; what refers to {before} must follow.")
            .as(Kind.RENAMED);
    private static final Ruling SAME =
            reworded("The name in the storage is the same as before, only written down differently.");

    /** Reports what is called differently now. */
    void compare(Naming after, Place place, Findings findings) {
        boolean stays = inStorage().equals(after.inStorage());
        if (!logical.equals(after.logical)) {
            findings.add(place, stays ? LOGICAL : gone(after), logical, after.logical);
        } else if (!Objects.equals(physical, after.physical)) {
            findings.add(place.child("physicalName"), stays ? SAME : gone(after), physical, after.physical);
        }
    }

    private Ruling gone(Naming after) {
        return breaking("Consumers that read " + inStorage() + " fail: it is now called " + after.inStorage() + ".")
                .as(Kind.RENAMED);
    }

    /** What consumers read it by. */
    String inStorage() {
        return physical != null ? physical : logical;
    }
}
