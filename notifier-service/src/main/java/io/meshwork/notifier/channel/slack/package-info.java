/** Messages to people in Slack, through incoming webhooks: one a second for each channel, nothing lost, no storm. */
@NullMarked
package io.meshwork.notifier.channel.slack;

import org.jspecify.annotations.NullMarked;
