/** Contracts and verdicts in PostgreSQL. */
@NullMarked
package io.meshwork.policy.evaluation.jdbc;

import org.jspecify.annotations.NullMarked;
