/** Waivers in PostgreSQL. */
@NullMarked
package io.meshwork.policy.waiver.jdbc;

import org.jspecify.annotations.NullMarked;
