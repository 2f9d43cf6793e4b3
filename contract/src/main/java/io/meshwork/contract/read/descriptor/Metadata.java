package io.meshwork.contract.read.descriptor;

import io.meshwork.contract.model.LifecycleStatus;
import io.meshwork.contract.model.Owner;
import io.meshwork.contract.model.ProductType;
import io.meshwork.contract.read.document.Quoted;
import io.meshwork.contract.read.value.Choice;
import io.meshwork.contract.read.value.Ids;
import io.meshwork.contract.read.value.Owners;
import io.meshwork.contract.read.value.ProductVersion;
import io.meshwork.contract.read.value.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who the product is and who answers for it.
 *
 * @param declaredType null when not stated: then derived with inputs, source without
 */
record Metadata(
        String domain,
        String name,
        String version,
        @Nullable String title,
        @Nullable ProductType declaredType,
        LifecycleStatus status,
        Owner owner,
        List<String> tags) {

    static final Metadata NONE = new Metadata(
            "", "", ProductVersion.FIRST, null, null, LifecycleStatus.PRODUCTION, new Owner(null, null), List.of());

    /** A document without a status is in production: it is being published. */
    static Metadata read(Section section) {
        Metadata metadata = new Metadata(
                id(section, "domain", "Name the domain that owns the product, such as `sales`."),
                id(section, "name", "Name the product, such as `customer-360`."),
                ProductVersion.read(section, "version", section.written("version")),
                section.text("title"),
                Choice.read(section, "type", ProductType.class).orElse(null),
                Choice.read(section, "status", LifecycleStatus.class).orElse(LifecycleStatus.PRODUCTION),
                Owners.read(section, "Name the team that answers for the product, or its e-mail address."),
                section.texts("tags"));
        section.close();
        return metadata;
    }

    ProductType type(boolean hasInputs) {
        if (declaredType != null) {
            return declaredType;
        }
        return hasInputs ? ProductType.DERIVED : ProductType.SOURCE;
    }

    static void invalidId(Section section, String key, String written) {
        String slug = Ids.slug(written);
        section.error(
                key,
                "invalid",
                "the id " + Quoted.of(written) + " must be 1 to 63 lower-case letters, digits and hyphens",
                slug.isEmpty() ? "Choose another one." : "Write `" + slug + "`.");
    }

    private static String id(Section section, String key, String advice) {
        String id = section.required(key, advice);
        if (!id.isEmpty() && !Ids.isValid(id)) {
            invalidId(section, key, id);
        }
        return id;
    }
}
