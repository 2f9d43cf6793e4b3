package io.meshwork.contract.change;

import java.util.Locale;

/** What a change does to those who already use the product. */
public enum Impact {
    /** Someone who did everything right fails, or reads something else than before. */
    BREAKING,
    /** Nobody fails for certain, but a promise got weaker, or data that was good may now be refused. */
    RISKY,
    /** Nobody has to do anything. */
    SAFE;

    /** {@code breaking}, {@code risky}, {@code safe}: the word in events, reports and JSON. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
