package io.meshwork.local.process;

/** A part of the platform did not come up or did not end well; the message says which and why. */
public final class PartFailedException extends RuntimeException {

    public PartFailedException(String message) {
        super(message);
    }

    public PartFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
