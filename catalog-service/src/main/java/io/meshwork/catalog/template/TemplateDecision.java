package io.meshwork.catalog.template;

import io.meshwork.contract.read.Problem;
import java.util.List;
import java.util.Locale;

/** What becomes of a request. */
public sealed interface TemplateDecision {

    /** @param document of the version, as it was registered */
    record Changed(TemplateVersion template, String document) implements TemplateDecision {}

    /** It was so already. */
    record Unchanged(TemplateVersion template) implements TemplateDecision {}

    /**
     * @param reason what is wrong and how to mend it
     * @param problems in the document; empty when it is not the document that is wrong
     */
    record Refused(Code code, String reason, List<Problem> problems) implements TemplateDecision {

        public Refused {
            problems = List.copyOf(problems);
        }

        Refused(Code code, String reason) {
            this(code, reason, List.of());
        }
    }

    /** Reasons for programs. */
    enum Code {
        INVALID,
        OTHER_NAME,
        OTHER_DOMAIN,
        RESERVED,
        NO_DOMAIN,
        DENIED,
        UNKNOWN,
        EXISTS,
        TOO_MANY;

        /** Such as {@code template.other-name}. */
        public String text() {
            return "template." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
