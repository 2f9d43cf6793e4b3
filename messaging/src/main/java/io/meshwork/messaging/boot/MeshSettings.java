package io.meshwork.messaging.boot;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What every service must know of its mesh.
 *
 * @param name prefix of topics, consumer groups and the database schema; two meshes with different names share a cluster. Default {@code mesh}
 * @param service name of this service: catalog, policy, quality or notifier
 * @param instance name of this replica, unlike that of any other, kept over restarts; its partitions then wait for it instead of
 *     being dealt out anew. Null by default: replicas come and go
 * @param profile {@code local} allows every caller everything and listens on loopback only; {@code secured} wants tokens. Default {@code secured}
 * @param registry the schema registry
 * @param outbox when outcomes that were not published at once are published again
 * @param gather pause of a listener after a small batch, so that what comes meanwhile shares the next transaction: a little more
 *     latency under load for a lot less work. Default 15 ms
 * @param identityRetention how long handled events and their outcomes are remembered; longer than any topic's retention. Default 15 days
 */
@Validated
@ConfigurationProperties("mesh")
public record MeshSettings(
        @DefaultValue("mesh") @Pattern(regexp = "[a-z0-9-]{1,63}")
        String name,

        @NotNull @Pattern(regexp = "[a-z0-9-]{1,63}") String service,
        @Nullable @Pattern(regexp = "[a-z0-9-]{1,63}") String instance,
        @DefaultValue("secured") Profile profile,
        @NotNull Registry registry,
        @DefaultValue Outbox outbox,
        @DefaultValue("15ms") Duration gather,
        @DefaultValue("15d") Duration identityRetention) {

    public enum Profile {
        LOCAL,
        SECURED
    }

    /**
     * @param url Confluent-compatible API of the schema registry
     * @param properties further client properties, such as {@code basic.auth.user.info}; secrets belong into the environment
     */
    public record Registry(@NotNull URI url, @DefaultValue Map<String, String> properties) {}

    /**
     * @param age how old an unpublished outcome must be before the sweep takes it. Default 10 s
     * @param interval how often the sweep looks. Default 2 s
     */
    public record Outbox(
            @DefaultValue("10s") Duration age,
            @DefaultValue("2s") Duration interval) {}

    /** Consumer group of this service, such as {@code mesh.catalog}. */
    public String consumerGroup() {
        return name + "." + service;
    }

    /** Full name of a topic, such as {@code mesh.product.published.v1}. */
    public String topic(String shortName) {
        return name + "." + shortName + ".v1";
    }
}
