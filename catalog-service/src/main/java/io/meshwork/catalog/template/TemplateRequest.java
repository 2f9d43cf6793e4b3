package io.meshwork.catalog.template;

import io.meshwork.messaging.security.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone wants a version of a template to be there, or to be gone.
 *
 * @param document the template, null to withdraw the version
 */
public record TemplateRequest(
        UUID id, String template, String version, @Nullable String document, Caller caller) {

    /** Such as {@code shop-events@1.2.0}. */
    public String reference() {
        return template + "@" + version;
    }
}
