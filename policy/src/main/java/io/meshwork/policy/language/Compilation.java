package io.meshwork.policy.language;

import java.util.List;

/**
 * What became of an expression.
 *
 * @param <E> {@link Condition} or {@link Wording}
 */
public sealed interface Compilation<E> {

    record Compiled<E>(E expression) implements Compilation<E> {}

    record Faulty<E>(List<Fault> faults) implements Compilation<E> {

        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
