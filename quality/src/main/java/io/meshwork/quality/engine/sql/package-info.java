/** Measures as SQL: what databases write alike is written once, what they do not is a {@link Dialect}; pure. */
@NullMarked
package io.meshwork.quality.engine.sql;

import org.jspecify.annotations.NullMarked;
