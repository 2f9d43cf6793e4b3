/** Reads our own {@code DataProduct} descriptor. */
@NullMarked
package io.meshwork.contract.read.descriptor;

import org.jspecify.annotations.NullMarked;
