package io.meshwork.policy.define;

/** @param name as people know it, relative to the policy folder */
public record PolicyFile(String name, String document) {}
