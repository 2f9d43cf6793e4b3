package io.meshwork.messaging.testkit.architecture.canary;

/** Says nothing by its name. */
final class OrderManager {}
