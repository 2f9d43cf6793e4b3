package io.meshwork.notifier.deadletter;

import java.util.List;

/**
 * What became of many letters.
 *
 * @param done those that were settled, or would be
 * @param refused the first ones that cannot be given back
 * @param left how many that were wanted are still open
 * @param isComplete whether all that lies in the topic was looked at; else there may be more left
 */
public record BulkResult(List<LetterId> done, List<Refusal> refused, int left, boolean isComplete) {

    public record Refusal(LetterId id, String reason) {}
}
