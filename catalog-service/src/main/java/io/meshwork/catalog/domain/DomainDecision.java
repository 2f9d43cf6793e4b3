package io.meshwork.catalog.domain;

import io.meshwork.contract.read.Problem;
import java.util.List;
import java.util.Locale;

/** What becomes of a request. */
public sealed interface DomainDecision {

    record Changed(Domain domain) implements DomainDecision {}

    /** It was so already. */
    record Unchanged(Domain domain) implements DomainDecision {}

    /**
     * @param reason what is wrong and how to mend it
     * @param problems in the document; empty when it is not the document that is wrong
     */
    record Refused(Code code, String reason, List<Problem> problems) implements DomainDecision {

        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** Reasons for programs. */
    enum Code {
        INVALID,
        OTHER_NAME,
        DENIED,
        UNKNOWN,
        REVISION,
        IN_USE;

        /** Such as {@code domain.in-use}. */
        public String text() {
            return "domain." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
