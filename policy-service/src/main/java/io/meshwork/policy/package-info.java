/** Judges every published product by the mesh's policies. */
@NullMarked
package io.meshwork.policy;

import org.jspecify.annotations.NullMarked;
