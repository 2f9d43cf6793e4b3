package io.meshwork.notifier.feed.stream;

import java.time.Duration;

/**
 * @param heartbeat something is sent at least this often
 * @param longest a stream ends after this time, and is resumed by its client
 * @param buffer updates that may wait for one client before it reads in the log instead
 */
public record Pace(Duration heartbeat, Duration longest, int buffer) {}
