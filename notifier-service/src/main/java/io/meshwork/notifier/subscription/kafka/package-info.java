/** Subscriptions asked for and announced. */
@NullMarked
package io.meshwork.notifier.subscription.kafka;

import org.jspecify.annotations.NullMarked;
