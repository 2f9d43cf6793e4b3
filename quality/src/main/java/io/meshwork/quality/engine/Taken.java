package io.meshwork.quality.engine;

import java.time.Duration;

/**
 * How a number was taken.
 *
 * @param sql that gives it, with the file's location for the machine's own path
 * @param took of the query it was part of; several numbers come from one query
 */
public record Taken(String sql, Duration took) {}
