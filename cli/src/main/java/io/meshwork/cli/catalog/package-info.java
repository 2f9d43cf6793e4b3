/** Finds products, asks the catalog about them, and asks it to change what becomes of their versions. */
@NullMarked
package io.meshwork.cli.catalog;

import org.jspecify.annotations.NullMarked;
