package io.meshwork.catalog.domain.web;

import io.meshwork.catalog.domain.Domain;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A domain.
 *
 * @param revision counts its changes, from 1; also the ETag
 * @param principal who changed it last
 */
@Schema(name = "Domain")
record DomainRepresentation(
        String name,
        @Nullable String title,
        String description,
        @Nullable String ownerTeam,
        @Nullable String ownerContact,
        List<String> members,
        long revision,
        String principal,
        Instant changedAt) {

    static DomainRepresentation of(Domain domain) {
        return new DomainRepresentation(
                domain.name(),
                domain.descriptor().title(),
                domain.descriptor().description(),
                domain.descriptor().owner().team(),
                domain.descriptor().owner().contact(),
                domain.descriptor().members(),
                domain.revision(),
                domain.principal(),
                domain.changedAt());
    }
}
