/** The topics of the mesh: their manifest, their schemas, and what keeps both in agreement with a broker and a registry. */
@NullMarked
package io.meshwork.schemas.topics;

import org.jspecify.annotations.NullMarked;
