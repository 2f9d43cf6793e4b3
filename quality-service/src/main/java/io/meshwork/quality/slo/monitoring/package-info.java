/** Alert rules and dashboards for the monitoring that a platform team has already. */
@NullMarked
package io.meshwork.quality.slo.monitoring;

import org.jspecify.annotations.NullMarked;
