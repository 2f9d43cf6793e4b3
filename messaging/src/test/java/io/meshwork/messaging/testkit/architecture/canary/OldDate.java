package io.meshwork.messaging.testkit.architecture.canary;

/** Tells time the old way. */
record OldDate(java.util.Date published) {}
