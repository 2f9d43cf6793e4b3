/** Counted by PostgreSQL. */
@NullMarked
package io.meshwork.policy.compliance.jdbc;

import org.jspecify.annotations.NullMarked;
