package io.meshwork.quality.results;

/**
 * Why a document is not taken.
 *
 * @param code stable, for programs
 * @param pointer JSON pointer into the document, empty for the whole of it
 */
public record ResultsFault(String code, String message, String advice, String pointer) {}
