/** Alerts about one trouble, told as one story: opened, taken care of, over; and when nobody is to be told of it. */
@NullMarked
package io.meshwork.notifier.incident;

import org.jspecify.annotations.NullMarked;
