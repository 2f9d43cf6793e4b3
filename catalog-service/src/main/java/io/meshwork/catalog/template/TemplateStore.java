package io.meshwork.catalog.template;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Templates as they are kept. */
public interface TemplateStore {

    /** Nobody else changes any template until the transaction ends. */
    void lock();

    /** Every version of these templates by name, also withdrawn ones; names that nobody has used are left out. */
    Map<String, List<TemplateVersion>> versions(Collection<String> names);

    /** Of a version, also a withdrawn one, as it was registered. */
    Optional<String> document(String name, String version);

    /** Takes the place of what is kept. */
    void put(TemplateVersion template, String document);

    /** Offered versions by name, of at most so many templates after the given one. */
    Map<String, List<TemplateVersion>> offered(@Nullable String after, int templates);
}
