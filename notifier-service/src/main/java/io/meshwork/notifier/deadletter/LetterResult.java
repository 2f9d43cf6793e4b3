package io.meshwork.notifier.deadletter;

import io.meshwork.deadletters.Settled;

/** What became of a letter that an operator wanted to settle. */
public sealed interface LetterResult {

    record Done(LetterId id, Settled settled) implements LetterResult {}

    /** @param reason what is wrong and how to mend it */
    record Refused(Code code, String reason) implements LetterResult {}

    enum Code {
        UNKNOWN,
        /** It was there; its topic does not keep it any more. */
        GONE,
        SETTLED,
        /** It cannot be given back. */
        IMPOSSIBLE,
        /** Somebody else settles letters of the service at this moment. */
        BUSY
    }
}
