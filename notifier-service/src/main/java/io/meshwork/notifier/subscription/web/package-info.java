/** Subscriptions over REST. */
@NullMarked
package io.meshwork.notifier.subscription.web;

import org.jspecify.annotations.NullMarked;
