package io.meshwork.policy.document;

import io.meshwork.contract.read.Problem;
import io.meshwork.policy.model.Policy;
import java.util.List;

/** What became of a policy document. */
public sealed interface PolicyReading {

    /** @param tests that the document holds */
    record Accepted(Policy policy, List<PolicyTest> tests) implements PolicyReading {

        public Accepted {
            tests = List.copyOf(tests);
        }
    }

    /** @param problems everything that is wrong, in the order of the document */
    record Refused(List<Problem> problems) implements PolicyReading {

        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
