/** The language policies are written in: CEL, typed against the product model, without I/O and with bounded cost. */
@NullMarked
package io.meshwork.policy.language;

import org.jspecify.annotations.NullMarked;
