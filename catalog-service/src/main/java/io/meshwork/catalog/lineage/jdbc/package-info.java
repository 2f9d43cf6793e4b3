/** Lineage in PostgreSQL. */
@NullMarked
package io.meshwork.catalog.lineage.jdbc;

import org.jspecify.annotations.NullMarked;
