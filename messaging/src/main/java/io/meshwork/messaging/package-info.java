/** The one way in and out of a topic: batches in, decisions with their outcomes out, nothing lost and nothing done twice. */
@NullMarked
package io.meshwork.messaging;

import org.jspecify.annotations.NullMarked;
