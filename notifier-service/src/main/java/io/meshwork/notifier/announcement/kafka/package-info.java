/** The topics that bring news, one listener for each. */
@NullMarked
package io.meshwork.notifier.announcement.kafka;

import org.jspecify.annotations.NullMarked;
