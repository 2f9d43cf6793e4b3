/** Products in and out of the topics. */
@NullMarked
package io.meshwork.catalog.product.kafka;

import org.jspecify.annotations.NullMarked;
