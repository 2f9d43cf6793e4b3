/** Endpoints over REST. */
@NullMarked
package io.meshwork.notifier.channel.webhook.web;

import org.jspecify.annotations.NullMarked;
