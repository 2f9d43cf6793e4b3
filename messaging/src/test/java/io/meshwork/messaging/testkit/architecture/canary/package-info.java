/** Classes that break the rules on purpose, so that a rule that guards nothing is noticed. The package is not null-marked, on purpose too. */
package io.meshwork.messaging.testkit.architecture.canary;
