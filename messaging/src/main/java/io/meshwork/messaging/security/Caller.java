package io.meshwork.messaging.security;

import java.util.Set;

/** Who a request comes from, as far as it is proven. */
public sealed interface Caller {

    /** Name written into every outcome. */
    String name();

    /**
     * Proven by a signature.
     *
     * @param name subject of the token
     * @param domains domains the caller may act for; {@code *} for all
     * @param roles such as {@code governance} or {@code ops}
     */
    record Verified(String name, Set<String> domains, Set<String> roles) implements Caller {}

    /** Not proven; allowed to do anything in the local profile only. */
    record Unproven(String name, String reason) implements Caller {}
}
