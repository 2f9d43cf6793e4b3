package io.meshwork.benchmarks;

/** The mesh did not do the work that was to be timed; whatever was measured means nothing. */
public final class WorkNotDoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WorkNotDoneException(String message) {
        super(message);
    }
}
