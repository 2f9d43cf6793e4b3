package io.meshwork.messaging.testkit.architecture.canary.egg;

import io.meshwork.messaging.testkit.architecture.canary.hen.Hen;

/** Was there before the hen. */
public record Egg(Hen hen) {}
