package io.meshwork.messaging.web;

import io.meshwork.messaging.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as an argument of controller methods.
 *
 * @param token that proves it, for the record that carries the request: whoever decides verifies it again. Null when there is none
 */
public record Credentials(Caller caller, @Nullable String token) {}
