/** Starting a service: settings, wiring, and the gate that waits for broker and registry. */
@NullMarked
package io.meshwork.messaging.boot;

import org.jspecify.annotations.NullMarked;
