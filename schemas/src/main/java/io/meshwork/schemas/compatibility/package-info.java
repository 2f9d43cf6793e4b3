/** Decides whether an Avro schema may follow the ones that were released before it, and says why not. */
@NullMarked
package io.meshwork.schemas.compatibility;

import org.jspecify.annotations.NullMarked;
