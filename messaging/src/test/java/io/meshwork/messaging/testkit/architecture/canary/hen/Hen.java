package io.meshwork.messaging.testkit.architecture.canary.hen;

import io.meshwork.messaging.testkit.architecture.canary.egg.Egg;
import io.meshwork.messaging.testkit.architecture.canary.hen.jdbc.HenRows;
import java.sql.Connection;

/** A feature that knows a database, its adapter, and a feature that needs it. */
public record Hen(Connection connection, HenRows rows, Egg egg) {}
