package io.meshwork.policy.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy that was read and checked, ready to judge.
 *
 * @param id {@code [a-z0-9-]{1,63}}
 * @param title for people
 * @param owner who answers for it, null when not stated
 * @param links to more about it
 * @param rollout how much it weighs, and from when
 * @param grace how long a product that complied before a change of policies stays listed although it no longer does
 * @param content what it demands
 */
public record Policy(
        String id,
        String title,
        @Nullable String owner,
        List<String> links,
        Scope scope,
        Category category,
        Rollout rollout,
        Duration grace,
        Content content) {

    public Policy {
        links = List.copyOf(links);
    }
}
