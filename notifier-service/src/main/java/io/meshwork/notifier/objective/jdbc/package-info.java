/** What was told, in PostgreSQL. */
@NullMarked
package io.meshwork.notifier.objective.jdbc;

import org.jspecify.annotations.NullMarked;
