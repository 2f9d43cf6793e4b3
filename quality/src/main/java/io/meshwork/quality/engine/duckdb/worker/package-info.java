/** Processes that do what could kill a process. What they do is the matter of whoever uses them. */
@NullMarked
package io.meshwork.quality.engine.duckdb.worker;

import org.jspecify.annotations.NullMarked;
