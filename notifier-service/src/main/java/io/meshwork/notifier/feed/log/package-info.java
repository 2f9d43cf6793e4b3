/** What consumers were told, in one order that all replicas and readers share. */
@NullMarked
package io.meshwork.notifier.feed.log;

import org.jspecify.annotations.NullMarked;
