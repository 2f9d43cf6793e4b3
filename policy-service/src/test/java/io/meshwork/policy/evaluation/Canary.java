package io.meshwork.policy.evaluation;

import org.springframework.stereotype.Component;

/** Breaks the architecture rules on purpose, so that a rule that guards nothing is noticed. */
@Component
public final class Canary {}
