package io.meshwork.notifier.subscription;

import io.meshwork.policy.language.Allowance;
import java.util.HashMap;
import java.util.Map;

/**
 * How much work the filters of each team may make for the news that are decided together, so that no team keeps the others waiting.
 * For one thread.
 */
public final class Patience {

    private final Map<String, Allowance> byTeam = new HashMap<>();

    Allowance with(String team) {
        return byTeam.computeIfAbsent(team, _ -> Allowance.ofUpdates());
    }
}
