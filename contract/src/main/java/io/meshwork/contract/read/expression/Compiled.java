package io.meshwork.contract.read.expression;

import java.util.List;

/** What became of an expression. */
public sealed interface Compiled {

    /**
     * @param term is {@code true}, {@code false} or unknown for each row
     * @param fields that it reads, at least one, in the order of the expression
     */
    record Rule(Term term, List<Term.FieldValue> fields) implements Compiled {

        public Rule {
            fields = List.copyOf(fields);
        }
    }

    record Faulty(List<Fault> faults) implements Compiled {

        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
