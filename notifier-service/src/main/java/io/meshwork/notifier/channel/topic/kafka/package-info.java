/** Topics of subscriptions on the broker, and what is written to them. */
@NullMarked
package io.meshwork.notifier.channel.topic.kafka;

import org.jspecify.annotations.NullMarked;
