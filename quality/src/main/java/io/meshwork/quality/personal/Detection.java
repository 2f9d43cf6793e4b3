package io.meshwork.quality.personal;

/**
 * Personal data that a column seems to hold.
 *
 * @param form what exactly, for people, such as {@code Dutch BSN}
 * @param share of the sampled values that look like it, 0..1
 * @param confidence 0..1 that the column holds it; see {@link Detector}
 */
public record Detection(PersonalData kind, String form, double share, double confidence) {}
