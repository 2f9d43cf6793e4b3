package io.meshwork.notifier.alert;

/**
 * Something is wrong with the mesh itself.
 *
 * @param part {@code broker}, {@code registry}, the database of the notifier, or a service and its topic
 * @param what was seen
 */
public record PlatformTrouble(String part, Trouble trouble, String what) {}
