/** What the mesh knows of itself, in PostgreSQL. */
@NullMarked
package io.meshwork.notifier.platform.jdbc;

import org.jspecify.annotations.NullMarked;
