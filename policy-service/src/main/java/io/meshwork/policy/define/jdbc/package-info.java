/** Revisions of policies in PostgreSQL. */
@NullMarked
package io.meshwork.policy.define.jdbc;

import org.jspecify.annotations.NullMarked;
