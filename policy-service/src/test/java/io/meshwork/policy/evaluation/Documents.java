package io.meshwork.policy.evaluation;

import io.meshwork.policy.document.PolicyReader;
import io.meshwork.policy.language.PolicyLanguage;

/** Policy documents for tests. */
final class Documents {

    static final PolicyReader READER = new PolicyReader(new PolicyLanguage());

    private Documents() {}

    /** A policy with one rule. */
    static String policy(String id, String scope, String enforcement, String expression) {
        return """
                apiVersion: meshwork.io/v1
                kind: Policy
                metadata: {id: %s, title: A title}
                spec:
                  scope: "%s"
                  category: documentation
                  enforcement: %s
                  rules:
                    - id: the-rule
                      expression: "%s"
                      message: it is wrong
                      remediation: mend it
                """.formatted(id, scope, enforcement, expression);
    }
}
