/** Templates in PostgreSQL. */
@NullMarked
package io.meshwork.catalog.template.jdbc;

import org.jspecify.annotations.NullMarked;
