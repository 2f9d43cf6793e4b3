package io.meshwork.catalog;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How versions come to their end.
 *
 * @param noticePeriod how long consumers keep a version after a breaking one came, where its contract does not say. Default 90 days
 */
@Validated
@ConfigurationProperties("mesh.catalog.lifecycle")
record LifecycleSettings(
        @DefaultValue("90d") @DurationMin(minutes = 1) Duration noticePeriod) {}
