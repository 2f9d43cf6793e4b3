package io.meshwork.cli.dlt;

/** What strangers wrote, on one line and without characters that would control a terminal. */
final class Shown {

    private Shown() {}

    /** Keeps the spaces at the beginning. */
    static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").stripTrailing();
    }

    /** With every white space as a single one. */
    static String cell(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
    }
}
