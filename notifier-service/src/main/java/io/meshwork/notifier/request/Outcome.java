package io.meshwork.notifier.request;

/** What became of a request. */
public sealed interface Outcome {

    /** Done, and announced. */
    record Changed(long revision) implements Outcome {}

    /** It stood so already. */
    record Unchanged(long revision) implements Outcome {}

    record Refused(Refusal refusal) implements Outcome {}
}
