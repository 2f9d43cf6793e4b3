package io.meshwork.notifier.platform;

import java.time.Duration;

/**
 * When a part of the platform is in trouble.
 *
 * @param stuckAfter a consumer that for so long reads nothing though something waits
 * @param laggingAbove a consumer for which more records than this wait
 * @param laggingAfter for so long
 * @param unreachableAfter a broker or registry that for so long does not answer
 */
public record WatchRules(Duration stuckAfter, long laggingAbove, Duration laggingAfter, Duration unreachableAfter) {}
