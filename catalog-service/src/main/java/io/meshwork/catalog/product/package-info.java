/** A data product from submission to listing: the decisions, and what they need from the outside. */
@NullMarked
package io.meshwork.catalog.product;

import org.jspecify.annotations.NullMarked;
