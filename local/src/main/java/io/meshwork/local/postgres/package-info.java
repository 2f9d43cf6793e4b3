/** A real PostgreSQL from the binaries on Maven Central: one database, one role and schema per service. */
@NullMarked
package io.meshwork.local.postgres;

import org.jspecify.annotations.NullMarked;
