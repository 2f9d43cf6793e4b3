/** Who asks for something by a record. */
@NullMarked
package io.meshwork.notifier.request.kafka;

import org.jspecify.annotations.NullMarked;
