/** Dead-letter topics, as they are now. */
@NullMarked
package io.meshwork.notifier.deadletter.kafka;

import org.jspecify.annotations.NullMarked;
