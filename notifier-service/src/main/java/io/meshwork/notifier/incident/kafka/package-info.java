/** Incidents announced. */
@NullMarked
package io.meshwork.notifier.incident.kafka;

import org.jspecify.annotations.NullMarked;
