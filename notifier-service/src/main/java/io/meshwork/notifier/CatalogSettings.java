package io.meshwork.notifier;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param url address of the catalog as people's browsers reach it; default {@code http://127.0.0.1:7080} */
@Validated
@ConfigurationProperties("mesh.catalog")
record CatalogSettings(
        @NotNull @DefaultValue("http://127.0.0.1:7080") URI url) {}
