/** Notifications in PostgreSQL. */
@NullMarked
package io.meshwork.notifier.notification.jdbc;

import org.jspecify.annotations.NullMarked;
