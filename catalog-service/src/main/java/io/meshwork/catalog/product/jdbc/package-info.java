/** Products in PostgreSQL. */
@NullMarked
package io.meshwork.catalog.product.jdbc;

import org.jspecify.annotations.NullMarked;
