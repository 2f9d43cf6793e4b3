/** Discovery: finding products by words and facets, in an index that follows the catalog's tables. */
@NullMarked
package io.meshwork.catalog.discovery;

import org.jspecify.annotations.NullMarked;
