package io.meshwork.messaging;

import java.time.Duration;

/** Asks for another attempt of a job after a time the handler knows better than the back-off, such as Slack's Retry-After. */
public final class RetryJobLater extends RuntimeException {

    private final Duration delay;

    public RetryJobLater(Duration delay, String reason) {
        super(reason);
        this.delay = delay;
    }

    public Duration delay() {
        return delay;
    }
}
