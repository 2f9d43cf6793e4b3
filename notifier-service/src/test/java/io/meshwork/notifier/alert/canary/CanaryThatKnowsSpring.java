package io.meshwork.notifier.alert.canary;

import org.springframework.stereotype.Component;

/** Breaks the rule on purpose. */
@Component
public final class CanaryThatKnowsSpring {}
