package io.meshwork.quality.engine.sql;

/**
 * How ISO 8601 and SQL write dates and times, as expressions that every database reads alike. Databases themselves take more for
 * one: {@code epoch}, {@code 2024/01/01}, the date of a timestamp.
 */
public final class IsoForms {

    private static final String DAY = "[0-9]{4,6}-[0-9]{1,2}-[0-9]{1,2}";
    private static final String CLOCK = "([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?";

    public static final String DATE = "^\\s*" + DAY + "\\s*$";
    public static final String TIME = "^\\s*" + CLOCK + "\\s*$";
    public static final String TIMESTAMP =
            "^\\s*" + DAY + "([ T]" + CLOCK + "\\s*(Z|[+-][0-9]{2}(:?[0-9]{2})?)?)?\\s*$";

    private IsoForms() {}
}
