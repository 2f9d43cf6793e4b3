/** Service level objectives, and what was last told of them. */
@NullMarked
package io.meshwork.notifier.objective;

import org.jspecify.annotations.NullMarked;
