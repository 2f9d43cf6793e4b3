/** Reported indicators and retired versions in, changes of status out. */
@NullMarked
package io.meshwork.quality.slo.kafka;

import org.jspecify.annotations.NullMarked;
