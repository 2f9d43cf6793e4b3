/** Versions and runs in PostgreSQL. */
@NullMarked
package io.meshwork.quality.run.jdbc;

import org.jspecify.annotations.NullMarked;
