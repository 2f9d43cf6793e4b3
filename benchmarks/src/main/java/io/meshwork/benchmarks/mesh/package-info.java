/** A mesh of our own and what a client needs to load and watch it. */
@NullMarked
package io.meshwork.benchmarks.mesh;

import org.jspecify.annotations.NullMarked;
