/** Published products in, verdicts out. */
@NullMarked
package io.meshwork.policy.evaluation.kafka;

import org.jspecify.annotations.NullMarked;
