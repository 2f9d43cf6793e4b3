package io.meshwork.policy.access;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * May this principal use a product for this purpose?
 *
 * @param action what it wants to do, such as {@link #READ}
 * @param port name of the output port that it wants to use, null when it is not about a port
 */
public record AccessRequest(
        Principal principal,
        String purpose,
        String action,
        @Nullable String port) {

    /** Unless a request says otherwise. */
    public static final String READ = "read";

    /** As expressions see the principal. */
    public Map<String, Object> principalFacts() {
        return Map.of(
                "id", principal.id(),
                "groups", List.copyOf(principal.groups()),
                "domains", List.copyOf(principal.domains()),
                "roles", List.copyOf(principal.roles()));
    }

    /** As expressions see the request. */
    public Map<String, Object> requestFacts() {
        String name = port;
        return name == null
                ? Map.of("purpose", purpose, "action", action)
                : Map.of("purpose", purpose, "action", action, "port", name);
    }
}
