/** Endpoints in PostgreSQL. */
@NullMarked
package io.meshwork.notifier.channel.webhook.jdbc;

import org.jspecify.annotations.NullMarked;
