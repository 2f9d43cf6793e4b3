/** Writes contracts of what exists already. */
@NullMarked
package io.meshwork.cli.importing;

import org.jspecify.annotations.NullMarked;
