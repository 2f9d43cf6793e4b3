/** The catalog: takes in contracts, keeps their versions, and says which products are listed. */
@NullMarked
package io.meshwork.catalog;

import org.jspecify.annotations.NullMarked;
