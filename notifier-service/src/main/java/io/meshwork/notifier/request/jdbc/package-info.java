/** What became of requests, in PostgreSQL. */
@NullMarked
package io.meshwork.notifier.request.jdbc;

import org.jspecify.annotations.NullMarked;
