/** What channels were told, in PostgreSQL. */
@NullMarked
package io.meshwork.notifier.telling.jdbc;

import org.jspecify.annotations.NullMarked;
