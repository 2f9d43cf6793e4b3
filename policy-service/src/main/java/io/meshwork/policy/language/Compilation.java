package io.meshwork.policy.language;

import java.util.List;

/** What became of an expression. */
public sealed interface Compilation {

    record Compiled(Expression expression) implements Compilation {}

    record Faulty(List<Fault> faults) implements Compilation {

        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
