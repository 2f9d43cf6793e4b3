/** Updates told as they come: one reader of the log for all who follow it. */
@NullMarked
package io.meshwork.notifier.feed.stream;

import org.jspecify.annotations.NullMarked;
