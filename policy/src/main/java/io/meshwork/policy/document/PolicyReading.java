package io.meshwork.policy.document;

import io.meshwork.contract.read.Problem;
import java.util.List;

/** What became of a policy document. */
public sealed interface PolicyReading {

    record Accepted(Policy policy) implements PolicyReading {}

    /** @param problems everything that is wrong, in the order of the document */
    record Refused(List<Problem> problems) implements PolicyReading {

        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
