/** Products and refreshes in, scans as jobs, scores out. */
@NullMarked
package io.meshwork.quality.run.kafka;

import org.jspecify.annotations.NullMarked;
