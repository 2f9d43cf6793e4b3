/** Reported indicators in. */
@NullMarked
package io.meshwork.quality.slo.kafka;

import org.jspecify.annotations.NullMarked;
