/** The embedded default platform: everything the mesh needs, real, on one machine, started and stopped as one. */
@NullMarked
package io.meshwork.local;

import org.jspecify.annotations.NullMarked;
