package io.meshwork.contract.change;

import io.meshwork.contract.change.Change.Kind;
import org.jspecify.annotations.Nullable;

/** Judges that an attribute changed; at most one of the two values is null. */
@FunctionalInterface
interface Rule<V> {

    Ruling judge(@Nullable V before, @Nullable V after);

    /** The same whatever the values are. */
    static <V> Rule<V> always(Ruling ruling) {
        return (before, after) -> ruling;
    }

    /** Words for people. */
    static Rule<String> words(String what) {
        return always(Ruling.reworded("Only the " + what + " changed; nobody's program reads it."));
    }

    /** By whether something is stated for the first time, no longer stated, or stated differently. */
    static <V> Rule<V> stated(Ruling first, Ruling noLonger, Ruling differently) {
        return (before, after) -> before == null ? first : after == null ? noLonger : differently;
    }

    /** A constraint that is switched on or off. */
    static Rule<Boolean> constraint(Ruling on, Ruling off) {
        return (before, after) -> Boolean.TRUE.equals(after) ? on.as(Kind.TIGHTENED) : off.as(Kind.LOOSENED);
    }
}
