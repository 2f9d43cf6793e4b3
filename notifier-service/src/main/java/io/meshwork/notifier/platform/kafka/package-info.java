/** Broker and registry, asked how the mesh does. */
@NullMarked
package io.meshwork.notifier.platform.kafka;

import org.jspecify.annotations.NullMarked;
