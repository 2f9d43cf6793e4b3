package io.meshwork.contract.read.odcs;

import io.meshwork.contract.read.document.Quoted;
import io.meshwork.contract.read.value.Ids;
import io.meshwork.contract.read.value.Section;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which product a contract is about. The standard requires an {@code id} only, often a UUID, and puts no rule on names; ours
 * are made from what is there, with a warning when they differ.
 */
public record OdcsIdentity(
        String domain, String name, @Nullable String title) {

    private static final String NO_DOMAIN = "default";

    public static OdcsIdentity read(Section root) {
        String id = root.required("id", "Add a unique identifier, such as a UUID.");
        String written = Stream.of("name", "dataProduct")
                .filter(key -> root.text(key) != null)
                .findFirst()
                .orElse("id");
        String name = written.equals("id") ? id : String.valueOf(root.text(written));
        String slug = slug(root, written, name);
        String domain = domain(root);
        root.keepUnless("name", slug);
        root.keepUnless("domain", domain);
        root.keepUnless("id", domain + "." + slug);
        return new OdcsIdentity(domain, slug, titleOf(name, slug));
    }

    /** The written name, when it is more than the id. */
    public static @Nullable String titleOf(String written, String slug) {
        return slug.equals(written) ? null : written;
    }

    private static String domain(Section root) {
        String domain = root.text("domain");
        if (domain == null) {
            root.warning(
                    "domain",
                    "missing",
                    "no domain is named, so the product belongs to the domain `" + NO_DOMAIN + "`",
                    "Add `domain:` with the id of the domain that owns the data.");
            return NO_DOMAIN;
        }
        return slug(root, "domain", domain);
    }

    private static String slug(Section root, String key, String written) {
        String slug = Ids.slug(written);
        if (written.isEmpty() || Ids.isValid(written)) {
            return written;
        }
        if (slug.isEmpty()) {
            root.error(
                    key,
                    "invalid",
                    Quoted.of(written) + " has no letter or digit to make an id from",
                    "Use lower-case letters, digits and hyphens.");
        } else {
            root.warning(
                    key,
                    "slug",
                    Quoted.of(written) + " is not an id; the mesh knows it as `" + slug + "`",
                    "Write `" + slug + "` to make it explicit.");
        }
        return slug;
    }
}
