/** Requests for policies in, changed policies out. */
@NullMarked
package io.meshwork.policy.define.kafka;

import org.jspecify.annotations.NullMarked;
