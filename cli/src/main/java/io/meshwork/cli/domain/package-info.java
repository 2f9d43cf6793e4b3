/** The domains of the mesh. */
@NullMarked
package io.meshwork.cli.domain;

import org.jspecify.annotations.NullMarked;
