/** The subcommands of {@code mesh} that work against any mesh, or none. */
@NullMarked
package io.meshwork.cli;

import org.jspecify.annotations.NullMarked;
