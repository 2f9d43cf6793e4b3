/** What contracts promise about the service, as numbers that can be measured, and when they do. */
@NullMarked
package io.meshwork.quality.slo.promise;

import org.jspecify.annotations.NullMarked;
