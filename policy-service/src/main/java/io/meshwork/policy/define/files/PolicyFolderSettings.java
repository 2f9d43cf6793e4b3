package io.meshwork.policy.define.files;

import io.meshwork.policy.pack.Pack;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the mesh's policies are kept as files.
 *
 * @param folder whose {@code *.yaml} and {@code *.yml} files are the policies; default: none, the packs are in force
 * @param packs that are in force when there is no folder: starter, interoperability, documentation, security, privacy,
 *     compliance. Default starter
 * @param poll how often the folder is looked at. Default 2 s, at least 100 ms
 */
@Validated
@ConfigurationProperties("mesh.policy")
record PolicyFolderSettings(
        @Nullable Path folder,

        @NotEmpty @DefaultValue("starter") Set<Pack> packs,

        @NotNull @DurationMin(millis = 100) @DefaultValue("2s")
        Duration poll) {}
