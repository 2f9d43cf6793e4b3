/** Topics of their own for subscriptions to the feed. */
@NullMarked
package io.meshwork.notifier.channel.topic;

import org.jspecify.annotations.NullMarked;
