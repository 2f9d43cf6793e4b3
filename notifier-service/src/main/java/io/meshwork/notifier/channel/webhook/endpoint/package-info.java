/** The endpoints of teams: where they are, their secrets, and how they are doing. */
@NullMarked
package io.meshwork.notifier.channel.webhook.endpoint;

import org.jspecify.annotations.NullMarked;
