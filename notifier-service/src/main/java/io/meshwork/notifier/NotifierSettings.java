package io.meshwork.notifier;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the notifier.
 *
 * @param sendWithin news first seen later than this after it happened is recorded, not sent; default 24 hours
 * @param subscribeByContract whether owner and consumers that a contract names are subscribed to its product; default true
 * @param subscribeByAccess whether a team that is given access to a product is subscribed to it; default true
 * @param keep how long settled notifications are kept, longer than the topics' retention; default 30 days
 */
@Validated
@ConfigurationProperties("mesh.notifications")
public record NotifierSettings(
        @NotNull @DefaultValue("24h") Duration sendWithin,
        @DefaultValue("true") boolean subscribeByContract,
        @DefaultValue("true") boolean subscribeByAccess,
        @NotNull @DefaultValue("30d") Duration keep) {}
