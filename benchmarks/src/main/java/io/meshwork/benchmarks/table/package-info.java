/** Figures as people read them. */
@NullMarked
package io.meshwork.benchmarks.table;

import org.jspecify.annotations.NullMarked;
