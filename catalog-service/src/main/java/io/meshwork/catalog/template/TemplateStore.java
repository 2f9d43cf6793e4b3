package io.meshwork.catalog.template;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Templates as they are kept. */
public interface TemplateStore {

    /** Nobody else changes any template until the transaction ends. */
    void lock();

    /** Every version of these templates by name, also withdrawn ones; names that nobody has used are left out. */
    Map<String, List<RegisteredTemplate>> versions(Collection<String> names);

    /** Takes the place of what is kept. */
    void put(Collection<RegisteredTemplate> templates);

    /** Offered versions by name, of at most so many templates after the given one. */
    Map<String, List<RegisteredTemplate>> offered(@Nullable String after, int templates);
}
