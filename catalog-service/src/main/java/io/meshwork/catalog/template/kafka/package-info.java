/** Requests for templates from the log. */
@NullMarked
package io.meshwork.catalog.template.kafka;

import org.jspecify.annotations.NullMarked;
