/** Lineage from its topic. */
@NullMarked
package io.meshwork.catalog.lineage.kafka;

import org.jspecify.annotations.NullMarked;
