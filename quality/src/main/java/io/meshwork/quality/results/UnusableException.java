package io.meshwork.quality.results;

/** Leads out of a document that is not taken. */
final class UnusableException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient ResultsFault fault;

    UnusableException(String code, String message, String advice, String pointer) {
        super(message);
        this.fault = new ResultsFault("results." + code, message, advice, pointer);
    }

    ResultsFault fault() {
        return fault;
    }
}
