/** Measures files with an embedded DuckDB that can reach nothing else. */
@NullMarked
package io.meshwork.quality.engine.duckdb;

import org.jspecify.annotations.NullMarked;
