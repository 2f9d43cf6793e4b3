/** Who asks, and whether they may. */
@NullMarked
package io.meshwork.messaging.security;

import org.jspecify.annotations.NullMarked;
