/** Decisions on their way out, as records of the feed and of deliveries. */
@NullMarked
package io.meshwork.notifier.notification.kafka;

import org.jspecify.annotations.NullMarked;
