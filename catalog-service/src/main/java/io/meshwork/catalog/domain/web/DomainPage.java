package io.meshwork.catalog.domain.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next where the list goes on, null at its end */
record DomainPage(
        List<DomainRepresentation> items, @Nullable String next) {}
