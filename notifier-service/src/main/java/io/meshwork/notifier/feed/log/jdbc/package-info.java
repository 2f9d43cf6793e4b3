/** The log of updates in its table. */
@NullMarked
package io.meshwork.notifier.feed.log.jdbc;

import org.jspecify.annotations.NullMarked;
