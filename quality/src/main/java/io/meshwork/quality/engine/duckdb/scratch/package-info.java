/** Folders for what must not outlive its use. */
@NullMarked
package io.meshwork.quality.engine.duckdb.scratch;

import org.jspecify.annotations.NullMarked;
