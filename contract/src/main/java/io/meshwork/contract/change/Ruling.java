package io.meshwork.contract.change;

import io.meshwork.contract.change.Change.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says about a change.
 *
 * @param kind null when it follows from which of the two values is missing
 * @param reason a sentence in which {@code {before}}, {@code {after}} and {@code {path}} stand for those of the change
 */
record Ruling(Impact impact, @Nullable Kind kind, String reason) {

    static Ruling breaking(String reason) {
        return new Ruling(Impact.BREAKING, null, reason);
    }

    static Ruling risky(String reason) {
        return new Ruling(Impact.RISKY, null, reason);
    }

    static Ruling safe(String reason) {
        return new Ruling(Impact.SAFE, null, reason);
    }

    static Ruling reworded(String reason) {
        return new Ruling(Impact.SAFE, Kind.REWORDED, reason);
    }

    Ruling as(Kind other) {
        return new Ruling(impact, other, reason);
    }

    Change change(Place place, @Nullable Object before, @Nullable Object after) {
        Kind decided = kind != null ? kind : before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
        boolean gone = after == null;
        return new Change(
                decided,
                impact,
                gone ? place.before() : place.after(),
                place.home(),
                place.path(),
                before,
                after,
                reason.contains("{") ? filled(place, before, after) : reason);
    }

    private String filled(Place place, @Nullable Object before, @Nullable Object after) {
        return reason.replace("{before}", String.valueOf(before))
                .replace("{after}", String.valueOf(after))
                .replace("{path}", place.path());
    }
}
