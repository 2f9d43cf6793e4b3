/** Which subscriptions an event concerns, found in an index in memory and not by reading them all. */
@NullMarked
package io.meshwork.notifier.matching;

import org.jspecify.annotations.NullMarked;
