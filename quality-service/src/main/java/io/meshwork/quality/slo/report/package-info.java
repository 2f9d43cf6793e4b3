/** How well promises were kept over a time. */
@NullMarked
package io.meshwork.quality.slo.report;

import org.jspecify.annotations.NullMarked;
