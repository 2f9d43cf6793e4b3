/** The catalog's tables as a stream of changes. */
@NullMarked
package io.meshwork.catalog.discovery.jdbc;

import org.jspecify.annotations.NullMarked;
