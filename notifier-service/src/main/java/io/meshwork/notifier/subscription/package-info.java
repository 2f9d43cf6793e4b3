/** Who wants to hear of what, and where. */
@NullMarked
package io.meshwork.notifier.subscription;

import org.jspecify.annotations.NullMarked;
