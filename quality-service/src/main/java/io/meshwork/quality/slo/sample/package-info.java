/** What producers measure, and how much of it was good. */
@NullMarked
package io.meshwork.quality.slo.sample;

import org.jspecify.annotations.NullMarked;
