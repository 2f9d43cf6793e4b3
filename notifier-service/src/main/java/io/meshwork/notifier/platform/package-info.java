/** The mesh watches itself: consumers that fall behind or stand still, a broker or registry out of reach. */
@NullMarked
package io.meshwork.notifier.platform;

import org.jspecify.annotations.NullMarked;
