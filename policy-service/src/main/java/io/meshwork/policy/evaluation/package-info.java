/** Judges products by the policies in force and keeps the verdicts. */
@NullMarked
package io.meshwork.policy.evaluation;

import org.jspecify.annotations.NullMarked;
