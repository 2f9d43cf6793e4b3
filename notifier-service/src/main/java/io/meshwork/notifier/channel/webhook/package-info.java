/** Product updates to the endpoints of teams, by Standard Webhooks: signed, tried again by a schedule, and never to where they must not go. */
@NullMarked
package io.meshwork.notifier.channel.webhook;

import org.jspecify.annotations.NullMarked;
