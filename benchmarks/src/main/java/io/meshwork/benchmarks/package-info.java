/** One class per measurement; each takes its baseline in the same run. */
@NullMarked
package io.meshwork.benchmarks;

import org.jspecify.annotations.NullMarked;
