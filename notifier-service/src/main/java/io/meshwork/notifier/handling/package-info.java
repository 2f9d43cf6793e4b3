/** What people do about incidents: take care of them, give them back, end them. */
@NullMarked
package io.meshwork.notifier.handling;

import org.jspecify.annotations.NullMarked;
