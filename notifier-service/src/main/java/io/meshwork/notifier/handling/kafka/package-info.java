/** What people want to do about incidents, as records. */
@NullMarked
package io.meshwork.notifier.handling.kafka;

import org.jspecify.annotations.NullMarked;
