/** Silences in PostgreSQL. */
@NullMarked
package io.meshwork.notifier.silence.jdbc;

import org.jspecify.annotations.NullMarked;
