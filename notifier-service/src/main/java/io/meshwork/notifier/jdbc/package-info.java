/** What the stores share. */
@NullMarked
package io.meshwork.notifier.jdbc;

import org.jspecify.annotations.NullMarked;
