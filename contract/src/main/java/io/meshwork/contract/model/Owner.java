package io.meshwork.contract.model;

import org.jspecify.annotations.Nullable;

/**
 * Who answers for the product.
 *
 * @param team id or name of the team, null when the document names only a contact
 * @param contact e-mail, channel or URL, null when none is given
 */
public record Owner(@Nullable String team, @Nullable String contact) {}
