package io.meshwork.notifier.feed.log.jdbc;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param keep how long updates can be read again, and streams resumed; default 30 days */
@Validated
@ConfigurationProperties("mesh.updates")
record LogSettings(@NotNull @DefaultValue("30d") Duration keep) {}
