/** From facts heard to notifications decided. */
@NullMarked
package io.meshwork.notifier.announcement;

import org.jspecify.annotations.NullMarked;
