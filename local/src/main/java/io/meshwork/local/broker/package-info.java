/** A real Kafka broker, one node in KRaft mode, as a process of its own. */
@NullMarked
package io.meshwork.local.broker;

import org.jspecify.annotations.NullMarked;
