/** Notifications over REST. */
@NullMarked
package io.meshwork.notifier.notification.web;

import org.jspecify.annotations.NullMarked;
