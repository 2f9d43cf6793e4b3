package io.meshwork.policy.define;

/** Where a policy is kept: in the policy folder, or submitted over REST or a record. Only there it can be changed. */
public enum Origin {
    FILE,
    REQUEST
}
