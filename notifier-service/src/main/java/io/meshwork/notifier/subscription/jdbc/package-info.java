/** Subscriptions in PostgreSQL. */
@NullMarked
package io.meshwork.notifier.subscription.jdbc;

import org.jspecify.annotations.NullMarked;
