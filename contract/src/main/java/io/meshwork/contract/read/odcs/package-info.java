/** Reads the Open Data Contract Standard, v3. */
@NullMarked
package io.meshwork.contract.read.odcs;

import org.jspecify.annotations.NullMarked;
