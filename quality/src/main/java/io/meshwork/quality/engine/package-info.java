/** Where a product's data is, and what an engine says about it. */
@NullMarked
package io.meshwork.quality.engine;

import org.jspecify.annotations.NullMarked;
