package io.meshwork.policy.define;

import io.meshwork.policy.model.Category;
import io.meshwork.policy.model.Rollout;
import io.meshwork.policy.model.Scope;
import java.time.Instant;
import java.util.List;

/**
 * One revision of a policy, as it is kept.
 *
 * @param revision of this policy, from 1
 * @param setRevision of the whole set from which this revision is in force
 * @param rollout how much it weighs, and from when
 * @param document as written; of a withdrawn policy, what it was
 * @param source file name, or what the request said
 * @param withdrawn the policy no longer exists
 * @param principal who asked for it
 */
public record PolicyVersion(
        String id,
        long revision,
        long setRevision,
        String title,
        Scope scope,
        Category category,
        Rollout rollout,
        String document,
        Origin origin,
        String source,
        boolean withdrawn,
        String principal,
        Instant changedAt) {

    /** When the set changes because a stage of the roll-out begins. */
    public List<Instant> stagesAfter(Instant moment) {
        return withdrawn
                ? List.of()
                : rollout.stages().stream()
                        .map(Rollout.Stage::from)
                        .filter(from -> from.isAfter(moment))
                        .toList();
    }
}
