/** Silences asked for, announced, and ended. */
@NullMarked
package io.meshwork.notifier.silence.kafka;

import org.jspecify.annotations.NullMarked;
