/** Records in and out: decoding, encoding, publishing, dead letters. */
@NullMarked
package io.meshwork.messaging.kafka;

import org.jspecify.annotations.NullMarked;
