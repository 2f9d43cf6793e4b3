/** Measures tables where they are: the database counts, and only numbers travel. */
@NullMarked
package io.meshwork.quality.engine.jdbc;

import org.jspecify.annotations.NullMarked;
