/** The index, in Apache Lucene. */
@NullMarked
package io.meshwork.catalog.discovery.lucene;

import org.jspecify.annotations.NullMarked;
