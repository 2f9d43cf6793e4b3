/** Requests for domains in, changed domains out. */
@NullMarked
package io.meshwork.catalog.domain.kafka;

import org.jspecify.annotations.NullMarked;
