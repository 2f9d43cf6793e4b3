/** Measures a window of a topic's records: they are read as any consumer would, and their rows are measured as those of a file. */
@NullMarked
package io.meshwork.quality.engine.kafka;

import org.jspecify.annotations.NullMarked;
