package io.meshwork.contract.read;

/**
 * One thing that is wrong, or doubtful, in a document.
 *
 * @param code stable, for machines and translations: {@code contract.owner.missing}
 * @param message what is wrong, in English
 * @param advice how to mend it, in English
 * @param pointer JSON pointer (RFC 6901) to the offending node, or to the mapping that lacks something; empty for the whole document
 * @param line of the offending node, from 1
 * @param column of the offending node in code points, from 1
 */
public record Problem(
        String code, Severity severity, String message, String advice, String pointer, int line, int column) {

    /** An error refuses the document, a warning only tells. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
