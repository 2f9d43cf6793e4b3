/** Topics of subscriptions in PostgreSQL. */
@NullMarked
package io.meshwork.notifier.channel.topic.jdbc;

import org.jspecify.annotations.NullMarked;
