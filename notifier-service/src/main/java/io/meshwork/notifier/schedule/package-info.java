/** Moments by the clock: when a subscriber is told, hours of every week. */
@NullMarked
package io.meshwork.notifier.schedule;

import org.jspecify.annotations.NullMarked;
