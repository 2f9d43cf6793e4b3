package io.meshwork.policy.define;

import io.meshwork.policy.document.Category;
import io.meshwork.policy.document.Enforcement;
import io.meshwork.policy.document.Scope;
import java.time.Instant;

/**
 * One revision of a policy, as it is kept.
 *
 * @param revision of this policy, from 1
 * @param setRevision of the whole set from which this revision is in force
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
        Enforcement enforcement,
        String document,
        Origin origin,
        String source,
        boolean withdrawn,
        String principal,
        Instant changedAt) {}
