package io.meshwork.policy.define;

import io.meshwork.contract.read.Problem;
import java.util.List;

/** What became of a request. */
public sealed interface PolicyDecision {

    /** Code of a refusal: who would change the policy changes its file. */
    String KEPT_IN_FILE = "policy.kept-in-file";

    /** The policy has a new revision. */
    record Changed(PolicyVersion version) implements PolicyDecision {}

    /** The same document is already in force. */
    record Unchanged(PolicyVersion version) implements PolicyDecision {}

    /**
     * @param code stable, for programs
     * @param reason what is wrong and how to mend it
     * @param problems single findings in the document; empty when it is not the document that is wrong
     */
    record Refused(String code, String reason, List<Problem> problems) implements PolicyDecision {

        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
