/** When a subscriber is told: at once, in a digest, not in quiet hours. */
@NullMarked
package io.meshwork.notifier.schedule;

import org.jspecify.annotations.NullMarked;
