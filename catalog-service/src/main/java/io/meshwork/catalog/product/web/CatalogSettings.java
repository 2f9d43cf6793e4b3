package io.meshwork.catalog.product.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.validation.annotation.Validated;

/**
 * How long the catalog waits and remembers.
 *
 * @param brokerWait {@code append}: how long a REST submission waits for the broker before it is answered with 503. Default 10 s
 * @param keepSubmissions how long outcomes of submissions can be asked for; longer than any topic's retention. Default 30 days
 */
@Validated
@ConfigurationProperties("mesh.catalog")
record CatalogSettings(
        @Name("append") @DefaultValue("10s") Duration brokerWait,
        @DefaultValue("30d") Duration keepSubmissions) {}
