package io.meshwork.policy.define.files;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the mesh's policies are kept as files.
 *
 * @param folder whose {@code *.yaml} and {@code *.yml} files are the policies; default: the starter pack that comes with the
 *     service
 * @param poll how often the folder is looked at. Default 2 s, at least 100 ms
 */
@Validated
@ConfigurationProperties("mesh.policy")
public record PolicyFolderSettings(
        @Nullable Path folder,

        @NotNull @DurationMin(millis = 100) @DefaultValue("2s")
        Duration poll) {}
