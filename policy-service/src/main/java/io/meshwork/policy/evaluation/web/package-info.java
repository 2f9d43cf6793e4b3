/** Verdicts over HTTP. */
@NullMarked
package io.meshwork.policy.evaluation.web;

import org.jspecify.annotations.NullMarked;
