/** Domains in PostgreSQL. */
@NullMarked
package io.meshwork.catalog.domain.jdbc;

import org.jspecify.annotations.NullMarked;
