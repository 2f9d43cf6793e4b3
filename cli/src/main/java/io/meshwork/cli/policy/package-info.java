/** The policies of the mesh, and whom they would hit. */
@NullMarked
package io.meshwork.cli.policy;

import org.jspecify.annotations.NullMarked;
