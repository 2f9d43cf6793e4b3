/** The table of subscriptions as a stream of changes. */
@NullMarked
package io.meshwork.notifier.matching.jdbc;

import org.jspecify.annotations.NullMarked;
