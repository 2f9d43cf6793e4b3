package io.meshwork.policy.define;

import io.meshwork.contract.read.Problem;

/** What keeps the policy folder from coming into force, and in which file. */
public record FileProblem(String file, Problem problem) {}
