package io.meshwork.notifier.channel.topic.kafka;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param perTeam topics that one team may have, with those that outlive their subscriptions. Default 20
 * @param retry how long a broker is left alone that refused something. Default 1 min
 * @param replicationFactor of topics that are made; -1, the default, is the broker's own
 */
@Validated
@ConfigurationProperties("mesh.own-topics")
record OwnTopicSettings(
        @DefaultValue("20") @Min(0) int perTeam,
        @DefaultValue("1m") Duration retry,
        @DefaultValue("-1") @Min(-1) @Max(Short.MAX_VALUE) short replicationFactor) {}
