/** One decision for each event and subscription, and what became of it. */
@NullMarked
package io.meshwork.notifier.notification;

import org.jspecify.annotations.NullMarked;
