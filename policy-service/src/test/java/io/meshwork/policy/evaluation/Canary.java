package io.meshwork.policy.evaluation;

import org.springframework.stereotype.Component;

/** Must fail the architecture rule. */
@Component
final class Canary {}
