/** Where requests may go that others ask for: which addresses can be written, and which hosts may be connected to. */
@NullMarked
package io.meshwork.notifier.channel.webhook.guard;

import org.jspecify.annotations.NullMarked;
