package io.meshwork.messaging.boot;

import java.time.Duration;

/** What a service needs beside broker and registry before it takes the first record, and before it is ready. */
public interface BeforeListening {

    /** Waits for it for at most {@code patience}; whether it is there. */
    boolean isThere(Duration patience) throws InterruptedException;

    /** What is waited for, for logs. */
    String what();
}
