package io.meshwork.catalog.discovery;

import java.util.Locale;

/** Which of the products found come first; equal ones are in the order of their ids. */
public enum Order {
    /** How well the words fit, and where, and how much the product is used; exact ids and names first. */
    RELEVANCE,
    /** Highest quality score first, unscored ones last. */
    QUALITY,
    /** Whose data was last refreshed first. */
    FRESHNESS,
    /** Most declared consumers and downstream products first. */
    USAGE;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
