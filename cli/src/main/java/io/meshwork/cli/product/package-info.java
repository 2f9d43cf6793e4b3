/** Asks the catalog about products, and asks it to change what becomes of their versions. */
@NullMarked
package io.meshwork.cli.product;

import org.jspecify.annotations.NullMarked;
