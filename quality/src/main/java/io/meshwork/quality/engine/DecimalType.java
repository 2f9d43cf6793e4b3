package io.meshwork.quality.engine;

/**
 * A number of so many digits before the point and behind it.
 *
 * @param whole digits before the point
 * @param scale digits behind it
 */
public record DecimalType(int whole, int scale) {

    /** Holds the values of both. */
    public DecimalType and(DecimalType other) {
        return new DecimalType(Math.max(whole, other.whole), Math.max(scale, other.scale));
    }
}
