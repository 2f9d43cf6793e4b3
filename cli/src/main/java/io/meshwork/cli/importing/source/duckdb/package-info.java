/** Files, as DuckDB reads them. */
@NullMarked
package io.meshwork.cli.importing.source.duckdb;

import org.jspecify.annotations.NullMarked;
