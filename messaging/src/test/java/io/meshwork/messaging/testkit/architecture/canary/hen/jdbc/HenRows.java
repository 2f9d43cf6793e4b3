package io.meshwork.messaging.testkit.architecture.canary.hen.jdbc;

/** An adapter. */
public record HenRows(int count) {}
