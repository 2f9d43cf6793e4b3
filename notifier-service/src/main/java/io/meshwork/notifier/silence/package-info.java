/** When nobody is to be told of certain alerts: known work, windows of maintenance. */
@NullMarked
package io.meshwork.notifier.silence;

import org.jspecify.annotations.NullMarked;
