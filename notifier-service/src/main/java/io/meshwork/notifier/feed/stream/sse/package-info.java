/** Updates as server-sent events. */
@NullMarked
package io.meshwork.notifier.feed.stream.sse;

import org.jspecify.annotations.NullMarked;
