/** Requests for waivers in, changed waivers out. */
@NullMarked
package io.meshwork.policy.waiver.kafka;

import org.jspecify.annotations.NullMarked;
