package io.meshwork.contract.read.document;

import io.meshwork.contract.read.Problem;

/** Ends the parsing of a document that cannot be read any further; never leaves this package. */
final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    UnreadableException(String code, Mark at, String message, String advice) {
        super(message, null, false, false);
        this.problem = new Problem(code, Problem.Severity.ERROR, message, advice, "", at.line(), at.column());
    }

    Problem problem() {
        return problem;
    }
}
