/** Where a mesh is and which one is meant: options that several commands share. */
@NullMarked
package io.meshwork.cli.connection;

import org.jspecify.annotations.NullMarked;
