package io.meshwork.notifier.channel.webhook;

import io.meshwork.notifier.channel.webhook.guard.Network;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the webhook channel.
 *
 * @param key 32 bytes in Base64 under which secrets of endpoints are encrypted, itself a secret; empty: the channel is off
 * @param allowedNetworks networks such as {@code 10.1.0.0/16} to which requests may go although they are not public; default none
 * @param ports to which requests may go; default 443 and 8443
 * @param endpointsPerTeam at most; default 50
 * @param secretOverlap how long the former secret signs, too, after a rotation; default 24 h
 * @param schedule waits after the first, second, ... vain try; when it ends the notification has failed. Default that of
 *     <a href="https://www.standardwebhooks.com">Standard Webhooks</a>: 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h
 * @param jitter by which part a wait may be longer, by chance; default 0.2
 * @param longestRetryAfter most of what an endpoint may ask to wait by Retry-After; default 24 h
 * @param disableAfter an endpoint that fails for so long is disabled; default 5 days
 * @param connectTimeout for a connection; default 3 s
 * @param lookUpTimeout for the addresses of a host; default 3 s
 * @param requestTimeout for everything from the connection to the end of the answer; default 15 s
 * @param parallelism endpoints that one replica sends to at the same time; default 32
 * @param perRun notifications that are sent to an endpoint before what became of them is stored; default 20
 * @param runTime after which a run begins no further request; default 10 s
 */
@Validated
@ConfigurationProperties("mesh.webhooks")
record WebhookSettings(
        @Nullable String key,
        @DefaultValue List<String> allowedNetworks,
        @NotEmpty @DefaultValue({"443", "8443"}) Set<Integer> ports,
        @Min(1) @Max(10_000) @DefaultValue("50") int endpointsPerTeam,
        @NotNull @DefaultValue("24h") Duration secretOverlap,

        @NotEmpty @DefaultValue({"5s", "5m", "30m", "2h", "5h", "10h", "14h", "20h", "24h"})
        List<Duration> schedule,

        @Min(0) @Max(1) @DefaultValue("0.2") double jitter,
        @NotNull @DefaultValue("24h") Duration longestRetryAfter,
        @NotNull @DefaultValue("5d") Duration disableAfter,
        @NotNull @DefaultValue("3s") Duration connectTimeout,
        @NotNull @DefaultValue("3s") Duration lookUpTimeout,
        @NotNull @DefaultValue("15s") Duration requestTimeout,
        @Min(1) @Max(1_000) @DefaultValue("32") int parallelism,
        @Min(1) @Max(500) @DefaultValue("20") int perRun,
        @NotNull @DefaultValue("10s") Duration runTime) {

    static final String OFF = "webhooks are off: mesh.webhooks.key is not set";

    boolean isOff() {
        return key == null || key.isBlank();
    }

    /** @throws IllegalArgumentException when one cannot be read */
    List<Network> networks() {
        return allowedNetworks.stream().map(Network::of).toList();
    }

    @Override
    public String toString() {
        return "WebhookSettings[key=" + (isOff() ? "absent" : "***") + ", allowedNetworks=" + allowedNetworks + "]";
    }
}
