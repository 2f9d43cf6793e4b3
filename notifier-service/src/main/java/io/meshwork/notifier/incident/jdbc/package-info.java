/** Incidents in PostgreSQL. */
@NullMarked
package io.meshwork.notifier.incident.jdbc;

import org.jspecify.annotations.NullMarked;
