package io.meshwork.messaging;

/** The encoded record would exceed what every tier of every broker takes; decide a rejection instead. */
public final class OutcomeTooLargeException extends RuntimeException {

    public OutcomeTooLargeException(String topic, int bytes, int limit) {
        super("the outcome for topic " + topic + " takes " + bytes + " bytes, more than the limit of " + limit
                + "; shorten the document it was made from");
    }
}
