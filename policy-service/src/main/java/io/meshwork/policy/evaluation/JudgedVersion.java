package io.meshwork.policy.evaluation;

import io.meshwork.policy.judgement.Verdict;
import java.time.Instant;

/** A version with its verdict. */
public record JudgedVersion(String productId, String version, Verdict verdict, Instant evaluatedAt) {}
