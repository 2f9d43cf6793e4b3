package io.meshwork.catalog.discovery;

import java.util.Locale;

/** Which text of a product a word is from; the most telling first. */
public enum Source {
    NAME,
    TITLE,
    TAG,
    DOMAIN,
    OWNER,
    FIELD,
    DESCRIPTION,
    FIELD_DESCRIPTION;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
