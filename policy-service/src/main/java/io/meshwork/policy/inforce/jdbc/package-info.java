/** Revisions of the set in PostgreSQL. */
@NullMarked
package io.meshwork.policy.inforce.jdbc;

import org.jspecify.annotations.NullMarked;
