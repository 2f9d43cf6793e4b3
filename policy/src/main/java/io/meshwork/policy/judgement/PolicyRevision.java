package io.meshwork.policy.judgement;

import io.meshwork.policy.model.Policy;

/** @param revision of the policy, from 1 */
public record PolicyRevision(Policy policy, long revision) {}
