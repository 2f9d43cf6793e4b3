package io.meshwork.notifier;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param url address of the notifier as browsers of operators reach it; default {@code http://127.0.0.1:7083} */
@Validated
@ConfigurationProperties("mesh.notifier")
record AddressSettings(
        @NotNull @DefaultValue("http://127.0.0.1:7083") URI url) {}
