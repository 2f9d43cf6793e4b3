/** Starts contracts. */
@NullMarked
package io.meshwork.cli.init;

import org.jspecify.annotations.NullMarked;
