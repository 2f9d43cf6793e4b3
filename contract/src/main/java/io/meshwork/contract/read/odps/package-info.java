/** Reads the Open Data Product Standard, v1: ports that refer to data contracts. */
@NullMarked
package io.meshwork.contract.read.odps;

import org.jspecify.annotations.NullMarked;
