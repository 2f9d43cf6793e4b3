/** A catalog as large as one likes, and what people look for in it. */
@NullMarked
package io.meshwork.benchmarks.search;

import org.jspecify.annotations.NullMarked;
