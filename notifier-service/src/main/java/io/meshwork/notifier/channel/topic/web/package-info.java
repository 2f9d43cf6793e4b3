/** Topics of subscriptions over REST. */
@NullMarked
package io.meshwork.notifier.channel.topic.web;

import org.jspecify.annotations.NullMarked;
