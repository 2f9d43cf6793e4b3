/** Known products in PostgreSQL. */
@NullMarked
package io.meshwork.notifier.product.jdbc;

import org.jspecify.annotations.NullMarked;
