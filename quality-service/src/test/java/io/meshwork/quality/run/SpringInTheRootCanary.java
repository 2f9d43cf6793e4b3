package io.meshwork.quality.run;

import org.springframework.stereotype.Component;

/** Breaks the rule on purpose, so that a rule that guards nothing is noticed. */
@Component
public class SpringInTheRootCanary {}
